package kr.dochak.identity.teams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.database.Sql;
import kr.dochak.identity.teams.Team.Member;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Teams and who is in them. */
@Repository
class TeamRepository {

    private final JdbcClient jdbc;

    TeamRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Team> all() {
        Map<Long, List<Member>> members = new HashMap<>();
        jdbc.sql("""
                select m.team_id, m.staff_id, m.lead, s.name
                from identity.team_member m join identity.staff s on s.id = m.staff_id
                where s.active or s.locked_at is not null
                order by m.lead desc, s.name, s.id
                """).query(row -> {
            members.computeIfAbsent(row.getLong("team_id"), none -> new ArrayList<>())
                    .add(new Member(row.getLong("staff_id"), row.getString("name"), row.getBoolean("lead")));
        });
        return jdbc.sql("select id, name from identity.team order by name, id")
                .query((row, index) -> new Team(
                        row.getLong("id"), row.getString("name"), members.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** Whoever is in a team with this member, they themselves too; nobody for who is in none. */
    Set<Long> together(long staffId) {
        return new HashSet<>(
                jdbc.sql("""
                select distinct other.staff_id
                from identity.team_member own join identity.team_member other on other.team_id = own.team_id
                where own.staff_id = :staff
                """).param("staff", staffId).query(Long.class).list());
    }

    /** Nothing when another team has the name. */
    Optional<Long> add(String name, Instant at) {
        return jdbc.sql("""
                insert into identity.team (name, created_at) values (:name, :at) on conflict do nothing returning id
                """)
                .param("name", name)
                .param("at", Sql.at(at))
                .query(Long.class)
                .optional();
    }

    void remove(long teamId) {
        jdbc.sql("delete from identity.team where id = :id").param("id", teamId).update();
    }

    void members(long teamId, Set<Long> members, Set<Long> leads) {
        jdbc.sql("delete from identity.team_member where team_id = :team and staff_id <> all (:members)")
                .param("team", teamId)
                .param("members", members.toArray(Long[]::new))
                .update();
        jdbc.sql("""
                insert into identity.team_member (team_id, staff_id, lead)
                select :team, id, id = any (:leads::bigint[]) from unnest(:members::bigint[]) as m (id)
                on conflict (team_id, staff_id) do update set lead = excluded.lead
                """)
                .param("team", teamId)
                .param("members", members.toArray(Long[]::new))
                .param("leads", leads.toArray(Long[]::new))
                .update();
    }
}
