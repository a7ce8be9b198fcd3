package kr.dochak.orders;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import kr.dochak.database.Sql;
import kr.dochak.shared.Hash;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code Idempotency-Key} header: one key stands for one request. The order number makes a repeat harmless anyway;
 * the key guards against a client that uses it for two different orders.
 */
@Component
class OrderIdempotency {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;

    OrderIdempotency(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Binds the key to this request; false when it stands for another one. */
    boolean claim(MallId tenantId, String key, OrderRequest request) {
        byte[] hash = hash(request);
        byte[] known = jdbc.sql("""
                insert into orders.idempotency (tenant_id, key, body_hash, order_no, at)
                values (:tenant, :key, :hash, :orderNo, :now)
                on conflict (tenant_id, key) do update set key = excluded.key
                returning body_hash
                """)
                .param("tenant", tenantId.value())
                .param("key", key)
                .param("hash", hash)
                .param(
                        "orderNo",
                        Objects.requireNonNullElse(request.orderNo(), "").replace("\0", ""))
                .param("now", Sql.at(clock.instant()))
                .query((row, n) -> row.getBytes(1))
                .single();
        return Arrays.equals(known, hash);
    }

    /** Frees a key whose request was refused: the corrected request may use it. */
    void release(MallId tenantId, String key, OrderRequest request) {
        jdbc.sql("delete from orders.idempotency where tenant_id = :tenant and key = :key and body_hash = :hash")
                .param("tenant", tenantId.value())
                .param("key", key)
                .param("hash", hash(request))
                .update();
    }

    private byte[] hash(OrderRequest request) {
        return Hash.of(json.writeValueAsBytes(request));
    }
}
