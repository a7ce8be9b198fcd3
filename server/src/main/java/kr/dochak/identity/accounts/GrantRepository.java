package kr.dochak.identity.accounts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which roles and malls an account has. */
@Repository
class GrantRepository {

    private final JdbcClient jdbc;

    GrantRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void roles(long staffId, Set<Long> roles) {
        jdbc.sql("delete from identity.staff_role where staff_id = :staff and role_id <> all (:roles)")
                .param("staff", staffId)
                .param("roles", roles.toArray(Long[]::new))
                .update();
        jdbc.sql("""
                insert into identity.staff_role (staff_id, role_id) select :staff, unnest(:roles::bigint[])
                on conflict do nothing
                """)
                .param("staff", staffId)
                .param("roles", roles.toArray(Long[]::new))
                .update();
    }

    /** Where they begin stays, unless they do not work there any more. */
    void malls(long staffId, Map<MallId, Optional<Won>> malls) {
        Long[] ids = malls.keySet().stream().map(MallId::value).toArray(Long[]::new);
        Long[] limits = malls.values().stream()
                .map(limit -> limit.map(Won::amount).orElse(null))
                .toArray(Long[]::new);
        jdbc.sql("delete from identity.staff_mall where staff_id = :staff and tenant_id <> all (:malls)")
                .param("staff", staffId)
                .param("malls", ids)
                .update();
        jdbc.sql("""
                insert into identity.staff_mall (staff_id, tenant_id, limit_won)
                select :staff, * from unnest(:malls::bigint[], :limits::bigint[])
                on conflict (staff_id, tenant_id) do update set limit_won = excluded.limit_won
                """)
                .param("staff", staffId)
                .param("malls", ids)
                .param("limits", limits)
                .update();
        jdbc.sql("""
                update identity.staff set tenant_id = (select min(m) from unnest(:malls::bigint[]) m)
                where id = :staff and tenant_id <> all (:malls)
                """).param("staff", staffId).param("malls", ids).update();
    }
}
