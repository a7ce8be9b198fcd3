package kr.dochak.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.dochak.database.Sql;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts of staff. */
@Repository
public class StaffRepository {

    private final JdbcClient jdbc;

    StaffRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account with its password hash. */
    public record Row(StaffMember member, String password, boolean active) {}

    Optional<Row> byId(long id) {
        return jdbc.sql("select id, tenant_id, name, password, roles, active from identity.staff where id = :id")
                .param("id", id)
                .query((row, index) -> row(row))
                .optional();
    }

    public Optional<Row> byEmail(String email) {
        return jdbc.sql("select id, tenant_id, name, password, roles, active from identity.staff where email = :email")
                .param("email", email)
                .query((row, index) -> row(row))
                .optional();
    }

    List<StaffMember> active(MallId tenantId) {
        return jdbc.sql("""
                select id, tenant_id, name, password, roles, active
                from identity.staff
                where tenant_id = :tenant and active
                order by name, id
                """)
                .param("tenant", tenantId.value())
                .query((row, index) -> row(row).member())
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        StaffMember member = new StaffMember(
                row.getLong("id"), new MallId(row.getLong("tenant_id")), row.getString("name"), Set.copyOf(roles));
        return new Row(member, row.getString("password"), row.getBoolean("active"));
    }

    /** Takes in an account unless the e-mail has one; true when it is new. */
    public boolean add(
            MallId tenantId, String email, String name, String password, Role role, boolean demo, Instant at) {
        return jdbc.sql("""
                insert into identity.staff (tenant_id, email, name, password, roles, demo, created_at)
                values (:tenant, :email, :name, :password, array [:role], :demo, :at)
                on conflict (email) do nothing
                """)
                        .param("tenant", tenantId.value())
                        .param("email", email)
                        .param("name", name)
                        .param("password", password)
                        .param("role", role.name())
                        .param("demo", demo)
                        .param("at", Sql.at(at))
                        .update()
                == 1;
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
        jdbc.sql("update identity.staff set password = :password, active = true where demo")
                .param("password", password)
                .update();
    }

    public void closeDemo() {
        jdbc.sql("update identity.staff set active = false where demo and active")
                .update();
    }
}
