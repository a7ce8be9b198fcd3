package kr.dochak.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.shared.Id;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Malls and the keys of the API. */
@Repository
public class MallRepository {

    private final JdbcClient jdbc;

    MallRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Mall> all() {
        return jdbc.sql("select tenant_id, code, name from identity.mall order by tenant_id")
                .query((row, n) ->
                        new Mall(new MallId(row.getLong("tenant_id")), row.getString("code"), row.getString("name")))
                .list();
    }

    public void add(String code, String name, Instant at) {
        jdbc.sql("""
                insert into identity.mall (code, name, created_at) values (:code, :name, :at)
                on conflict (code) do nothing
                """)
                .param("code", code)
                .param("name", name)
                .param("at", Sql.at(at))
                .update();
    }

    public Optional<ApiCaller> callerWith(byte[] keyHash) {
        return jdbc.sql("""
                select coalesce(tenant_id, 0) as tenant_id, scope
                from identity.api_key
                where key_hash = :hash and revoked_at is null
                """)
                .param("hash", keyHash)
                .query((row, n) -> new ApiCaller(
                        new MallId(row.getLong("tenant_id")), ApiCaller.Scope.valueOf(row.getString("scope"))))
                .optional();
    }

    /** Makes this the one key that the settings give for the scope: what they said before no longer opens anything. */
    public void keyFromSettings(ApiCaller.Scope scope, @Nullable MallId tenantId, byte[] keyHash, Instant at) {
        jdbc.sql("""
                update identity.api_key
                set revoked_at = :at
                where origin = 'SETTINGS' and scope = :scope and tenant_id is not distinct from :tenant::bigint
                  and key_hash <> :hash and revoked_at is null
                """)
                .param("scope", scope.name())
                .param("tenant", Id.valueOf(tenantId))
                .param("hash", keyHash)
                .param("at", Sql.at(at))
                .update();
        addKey(scope, tenantId, keyHash, "SETTINGS", at);
    }

    public void addKey(ApiCaller.Scope scope, @Nullable MallId tenantId, byte[] keyHash, String origin, Instant at) {
        jdbc.sql("""
                insert into identity.api_key (tenant_id, scope, key_hash, origin, created_at)
                values (:tenant::bigint, :scope, :hash, :origin, :at)
                on conflict (key_hash) do update set revoked_at = null
                """)
                .param("scope", scope.name())
                .param("tenant", Id.valueOf(tenantId))
                .param("hash", keyHash)
                .param("origin", origin)
                .param("at", Sql.at(at))
                .update();
    }

    public boolean hasKey(ApiCaller.Scope scope) {
        return jdbc.sql("select exists (select from identity.api_key where scope = :scope and revoked_at is null)")
                .param("scope", scope.name())
                .query(Boolean.class)
                .single();
    }
}
