package kr.dochak.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kr.dochak.database.Sql;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts of staff. */
@Repository
public class StaffRepository {

    private final JdbcClient jdbc;
    private final StaffMembers members;

    StaffRepository(JdbcClient jdbc, StaffMembers members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    /**
     * An account with its password hash.
     *
     * @param mustChange whether somebody else gave the password
     * @param oneTimeUntil until when a password that was given can be used; null for one's own
     */
    public record Row(
            StaffMember member,
            String email,
            String password,
            boolean active,
            boolean demo,
            boolean mustChange,
            @Nullable Instant oneTimeUntil,
            @Nullable Instant passwordAt,
            @Nullable Instant closedAt) {

        private Row of(StaffMember whole) {
            return new Row(whole, email, password, active, demo, mustChange, oneTimeUntil, passwordAt, closedAt);
        }
    }

    public Optional<Row> byId(long id) {
        return rows(jdbc.sql("select s.*, s.tenant_id as at_work from identity.staff s where id = :id")
                        .param("id", id))
                .stream()
                .findFirst();
    }

    public Optional<Row> byEmail(String email) {
        return rows(jdbc.sql("select s.*, s.tenant_id as at_work from identity.staff s where email = :email")
                        .param("email", email))
                .stream()
                .findFirst();
    }

    List<StaffMember> active(MallId tenantId) {
        return rows(jdbc.sql("""
                select s.*, m.tenant_id as at_work
                from identity.staff_mall m join identity.staff s on s.id = m.staff_id
                where m.tenant_id = :tenant and s.active
                order by s.name, s.id
                """).param("tenant", tenantId.value())).stream()
                .map(Row::member)
                .toList();
    }

    /** Each with the roles and malls they have now. */
    /** Those of some malls, also who has left, by part of their name or by their number. */
    public List<Long> named(Collection<MallId> malls, String text) {
        return jdbc.sql("""
                select s.id from identity.staff s
                where (s.id::text = :text or strpos(lower(s.name), lower(:text)) > 0)
                  and exists (select from identity.staff_mall m where m.staff_id = s.id and m.tenant_id = any (:malls))
                """)
                .param("text", text)
                .param("malls", Sql.ids(malls))
                .query(Long.class)
                .list();
    }

    private List<Row> rows(JdbcClient.StatementSpec found) {
        List<Row> rows = found.query((row, index) -> row(row)).list();
        Map<Long, StaffMember> whole = members.of(rows.stream().map(Row::member).toList());
        return rows.stream()
                .map(row -> row.of(Objects.requireNonNull(whole.get(row.member().id()))))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                StaffMembers.bare(row.getLong("id"), new MallId(row.getLong("at_work")), row.getString("name")),
                row.getString("email"),
                row.getString("password"),
                row.getBoolean("active"),
                row.getBoolean("demo"),
                row.getBoolean("must_change"),
                Sql.instant(row, "one_time_until"),
                Sql.instant(row, "password_at"),
                Sql.instant(row, "closed_at"));
    }

    /** The owner's own new password. */
    public void password(long id, String password, Instant at) {
        jdbc.sql("""
                update identity.staff
                set password = :password, must_change = false, one_time_until = null, password_at = :at
                where id = :id
                """)
                .param("id", id)
                .param("password", password)
                .param("at", Sql.at(at))
                .update();
    }

    /** A password that somebody else gives; it can be used so long, and must be changed. */
    public void oneTimePassword(long id, String password, Instant until, Instant at) {
        jdbc.sql("""
                update identity.staff
                set password = :password, must_change = true, one_time_until = :until, password_at = :at
                where id = :id
                """)
                .param("id", id)
                .param("password", password)
                .param("until", Sql.at(until))
                .param("at", Sql.at(at))
                .update();
    }

    /** The password stands, but must be changed before anything else. */
    public void mustChange(long id) {
        jdbc.sql("update identity.staff set must_change = true where id = :id")
                .param("id", id)
                .update();
    }

    /** Takes in an account unless the e-mail has one; true when it is new. */
    public boolean add(
            MallId tenantId, String email, String name, String password, Set<Role> roles, boolean demo, Instant at) {
        Optional<Long> added = jdbc.sql("""
                with added as (
                    insert into identity.staff (tenant_id, email, name, password, demo, created_at)
                    values (:tenant, :email, :name, :password, :demo, :at)
                    on conflict (email) do nothing
                    returning id, tenant_id),
                at_work as (insert into identity.staff_mall (staff_id, tenant_id) select id, tenant_id from added)
                select id from added
                """)
                .param("tenant", tenantId.value())
                .param("email", email)
                .param("name", name)
                .param("password", password)
                .param("demo", demo)
                .param("at", Sql.at(at))
                .query(Long.class)
                .optional();
        added.ifPresent(id -> members.give(id, roles));
        return added.isPresent();
    }

    /** Also works for this mall from now on. */
    public void worksFor(long id, MallId mall) {
        jdbc.sql("insert into identity.staff_mall (staff_id, tenant_id) values (:id, :mall) on conflict do nothing")
                .param("id", id)
                .param("mall", mall.value())
                .update();
    }

    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from identity.staff where active and not demo)")
                .query(Boolean.class)
                .single();
    }

    public Optional<String> demoPassword() {
        return jdbc.sql("select password from identity.staff where demo and active limit 1")
                .query(String.class)
                .optional();
    }

    public void demoPassword(String password) {
        jdbc.sql("""
                update identity.staff s set password = :password, active = true
                where demo and closed_at is null and locked_at is null
                  and not exists (select from identity.invitation i where i.staff_id = s.id)
                """).param("password", password).update();
    }

    public void closeDemo() {
        jdbc.sql("update identity.staff set active = false where demo and active")
                .update();
    }
}
