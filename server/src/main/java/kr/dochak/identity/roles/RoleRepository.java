package kr.dochak.identity.roles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kr.dochak.database.Sql;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffMembers;
import kr.dochak.identity.StaffRole;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of roles. What is as it came stands as null, so that a later version may change it. */
@Repository
class RoleRepository {

    private final JdbcClient jdbc;

    RoleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RoleCard> all() {
        return jdbc.sql("""
                select r.*, w.rights as wished, w.limit_won as wished_won, w.asked_by, w.asked_at, s.name as asker,
                    (select count(*) from identity.staff_role o join identity.staff p on p.id = o.staff_id
                     where o.role_id = r.id and (p.active or p.locked_at is not null)) as people
                from identity.role r
                left join identity.role_wish w on w.role_id = r.id
                left join identity.staff s on s.id = w.asked_by
                order by r.rank, r.id
                """).query((row, index) -> card(row)).list();
    }

    private static RoleCard card(ResultSet row) throws SQLException {
        StaffRole role = StaffMembers.role(row);
        boolean changed =
                role.shipped() != null && (row.getObject("rights") != null || row.getObject("limit_won") != null);
        return new RoleCard(
                role,
                row.getInt("people"),
                changed,
                row.getBoolean("second_factor"),
                row.getObject("asked_by") == null
                        ? null
                        : new RoleCard.Waiting(
                                new RoleWish(rights(row, role), limit(row, role)),
                                row.getLong("asked_by"),
                                row.getString("asker"),
                                Sql.moment(row, "asked_at")));
    }

    private static Set<Right> rights(ResultSet row, StaffRole role) throws SQLException {
        var wished = row.getArray("wished");
        if (wished == null) {
            return Objects.requireNonNull(role.shipped()).rights();
        }
        List<String> names = List.of((String[]) wished.getArray());
        EnumSet<Right> known = EnumSet.noneOf(Right.class);
        Arrays.stream(Right.values())
                .filter(each -> names.contains(each.name()))
                .forEach(known::add);
        return known;
    }

    private static Won limit(ResultSet row, StaffRole role) throws SQLException {
        Long wished = row.getObject("wished_won", Long.class);
        Role shipped = role.shipped();
        return wished == null ? shipped == null ? Won.ZERO : shipped.limit() : new Won(wished);
    }

    void change(StaffRole role, RoleWish wish) {
        jdbc.sql("update identity.role set rights = :rights, limit_won = :limit::bigint where id = :id")
                .param("id", role.id())
                .param("rights", names(role, wish))
                .param("limit", limit(role, wish))
                .update();
        forget(role.id());
    }

    /** Whether who has it must show two things at log-in. */
    void secondFactor(long roleId, boolean asked) {
        jdbc.sql("update identity.role set second_factor = :asked where id = :id")
                .param("id", roleId)
                .param("asked", asked)
                .update();
    }

    void wish(StaffRole role, RoleWish wish, long by, Instant at) {
        jdbc.sql("""
                insert into identity.role_wish (role_id, rights, limit_won, asked_by, asked_at)
                values (:id, :rights, :limit::bigint, :by, :at)
                on conflict (role_id) do update set rights = excluded.rights, limit_won = excluded.limit_won,
                    asked_by = excluded.asked_by, asked_at = excluded.asked_at
                """)
                .param("id", role.id())
                .param("rights", names(role, wish))
                .param("limit", limit(role, wish))
                .param("by", by)
                .param("at", Sql.at(at))
                .update();
    }

    boolean forget(long roleId) {
        return jdbc.sql("delete from identity.role_wish where role_id = :id")
                        .param("id", roleId)
                        .update()
                == 1;
    }

    /** A role of the company's own, after all others; nothing when another has the name. */
    Optional<Long> add(String name, RoleWish wish) {
        return jdbc.sql("""
                insert into identity.role (name, rights, limit_won, rank)
                select :name, :rights, :limit, max(rank) + 1 from identity.role
                on conflict do nothing
                returning id
                """)
                .param("name", name)
                .param("rights", names(wish))
                .param("limit", wish.limit().amount())
                .query(Long.class)
                .optional();
    }

    /** False when somebody has it, or ever had and still stands with it. */
    boolean remove(long roleId) {
        return jdbc.sql("""
                delete from identity.role r
                where r.id = :id and r.shipped is null
                  and not exists (select from identity.staff_role s where s.role_id = r.id)
                """).param("id", roleId).update() == 1;
    }

    private static String @Nullable [] names(StaffRole role, RoleWish wish) {
        Role shipped = role.shipped();
        return shipped != null && shipped.rights().equals(wish.rights()) ? null : names(wish);
    }

    private static String[] names(RoleWish wish) {
        return wish.rights().stream().sorted().map(Right::name).toArray(String[]::new);
    }

    private static @Nullable Long limit(StaffRole role, RoleWish wish) {
        Role shipped = role.shipped();
        return shipped != null && shipped.limit().equals(wish.limit())
                ? null
                : Long.valueOf(wish.limit().amount());
    }
}
