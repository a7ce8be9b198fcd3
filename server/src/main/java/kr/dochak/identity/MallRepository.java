package kr.dochak.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
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

    void add(String code, String name, Instant at) {
        jdbc.sql("""
                insert into identity.mall (code, name, created_at) values (:code, :name, :at)
                on conflict (code) do nothing
                """)
                .param("code", code)
                .param("name", name)
                .param("at", Sql.at(at))
                .update();
    }

    public Optional<ApiCaller> callerWith(byte[] keyHash, Instant now) {
        return jdbc.sql("""
                select coalesce(tenant_id, 0) as tenant_id, scope, carrier
                from identity.api_key
                where key_hash = :hash and (revoked_at is null or revoked_at > :now)
                """)
                .param("hash", keyHash)
                .param("now", Sql.at(now))
                .query((row, n) -> new ApiCaller(
                        new MallId(row.getLong("tenant_id")),
                        ApiCaller.Scope.valueOf(row.getString("scope")),
                        row.getString("carrier") == null ? null : new CarrierId(row.getString("carrier"))))
                .optional();
    }

    /** Makes this the one key that the settings give for the caller: what they said before opens until then and no longer. */
    public void keyFromSettings(ApiCaller caller, byte[] keyHash, Instant at, Instant othersUntil) {
        jdbc.sql("""
                update identity.api_key
                set revoked_at = :until
                where origin = 'SETTINGS' and scope = :scope and coalesce(tenant_id, 0) = :tenant
                  and carrier is not distinct from :carrier::text and key_hash <> :hash and revoked_at is null
                """)
                .param("scope", caller.scope().name())
                .param("tenant", caller.tenantId().value())
                .param("carrier", carrier(caller))
                .param("hash", keyHash)
                .param("until", Sql.at(othersUntil))
                .update();
        addKey(caller, keyHash, "SETTINGS", at);
    }

    public void addKey(ApiCaller caller, byte[] keyHash, String origin, Instant at) {
        jdbc.sql("""
                insert into identity.api_key (tenant_id, scope, carrier, key_hash, origin, created_at)
                values (nullif(:tenant, 0), :scope, :carrier::text, :hash, :origin, :at)
                on conflict (key_hash) do update set revoked_at = null
                """)
                .param("scope", caller.scope().name())
                .param("tenant", caller.tenantId().value())
                .param("carrier", carrier(caller))
                .param("hash", keyHash)
                .param("origin", origin)
                .param("at", Sql.at(at))
                .update();
    }

    private static @Nullable String carrier(ApiCaller caller) {
        return CarrierId.textOf(caller.carrier());
    }

    /** Notes that a key opened something, at most once an hour. */
    public void used(byte[] keyHash, Instant at) {
        jdbc.sql("""
                update identity.api_key set used_at = :at
                where key_hash = :hash and (used_at is null or used_at < :at - interval '1 hour')
                """).param("hash", keyHash).param("at", Sql.at(at)).update();
    }
}
