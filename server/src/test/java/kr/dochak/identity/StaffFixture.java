package kr.dochak.identity;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members of staff as their rows say. */
public final class StaffFixture {

    private StaffFixture() {}

    /** The member with this e-mail, with the roles and malls they have now. */
    public static StaffMember of(JdbcClient jdbc, String email) {
        StaffMember bare = jdbc.sql("select id, tenant_id, name from identity.staff where email = :email")
                .param("email", email)
                .query((row, index) -> StaffMembers.bare(
                        row.getLong("id"), new MallId(row.getLong("tenant_id")), row.getString("name")))
                .single();
        return Objects.requireNonNull(new StaffMembers(jdbc).of(List.of(bare)).get(bare.id()));
    }

    /** A new member of a mall; nobody logs in with this password. */
    public static StaffMember add(JdbcClient jdbc, MallId mall, String email, String name, Role role) {
        long id = jdbc.sql("""
                insert into identity.staff (tenant_id, email, name, password, created_at)
                values (:mall, :email, :name, '', now()) returning id
                """)
                .param("mall", mall.value())
                .param("email", email)
                .param("name", name)
                .query(Long.class)
                .single();
        jdbc.sql("insert into identity.staff_mall (staff_id, tenant_id) values (:id, :mall)")
                .param("id", id)
                .param("mall", mall.value())
                .update();
        new StaffMembers(jdbc).give(id, Set.of(role));
        return of(jdbc, email);
    }
}
