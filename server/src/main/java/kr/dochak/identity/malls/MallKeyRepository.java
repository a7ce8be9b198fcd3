package kr.dochak.identity.malls;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys of malls; those of carriers and administrators are of the settings alone. */
@Repository
class MallKeyRepository {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    MallKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MallKey> of(MallId mall) {
        return jdbc.sql("""
                select k.id, k.label, s.name, k.origin = 'SETTINGS' as of_settings, k.created_at, k.used_at, k.revoked_at
                from identity.api_key k left join identity.staff s on s.id = k.made_by
                where k.tenant_id = :mall
                order by k.revoked_at is not null, k.id desc
                limit :most
                """)
                .param("mall", mall.value())
                .param("most", MOST)
                .query((row, n) -> new MallKey(
                        row.getLong("id"),
                        row.getString("label"),
                        row.getString("name"),
                        row.getBoolean("of_settings"),
                        Objects.requireNonNull(Sql.instant(row, "created_at")),
                        Sql.instant(row, "used_at"),
                        Sql.instant(row, "revoked_at")))
                .list();
    }

    void add(MallId mall, byte[] hash, String label, @Nullable Long madeBy, Instant at) {
        jdbc.sql("""
                insert into identity.api_key (tenant_id, scope, key_hash, origin, created_at, label, made_by)
                values (:mall, 'MALL', :hash, 'ISSUED', :at, :label, :by::bigint)
                """)
                .param("mall", mall.value())
                .param("hash", hash)
                .param("at", Sql.at(at))
                .param("label", label)
                .param("by", madeBy)
                .update();
    }

    /** True when it opened until now; one of the settings would come back with the next start. */
    boolean revoke(MallId mall, long id, Instant at) {
        return jdbc.sql("""
                update identity.api_key set revoked_at = :at
                where id = :id and tenant_id = :mall and origin = 'ISSUED' and revoked_at is null
                """)
                        .param("id", id)
                        .param("mall", mall.value())
                        .param("at", Sql.at(at))
                        .update()
                > 0;
    }
}
