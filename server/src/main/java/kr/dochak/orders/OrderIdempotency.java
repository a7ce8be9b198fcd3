package kr.dochak.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import kr.dochak.time.Cadence;
import kr.dochak.time.Forgetting;
import kr.dochak.time.Ticking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The {@code Idempotency-Key} header: one key stands for one request. The order number makes a repeat harmless anyway;
 * the key guards against a client that uses it for two different orders.
 */
@Component
class OrderIdempotency implements Ticking {

    /** Longer than any client repeats a request. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final OrderFingerprint fingerprint;
    private final InstantSource clock;
    private final Forgetting forgetting;

    OrderIdempotency(JdbcClient jdbc, OrderFingerprint fingerprint, InstantSource clock) {
        this.forgetting = new Forgetting(KEPT, this::forget);
        this.jdbc = jdbc;
        this.fingerprint = fingerprint;
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
        return fingerprint.of(request);
    }

    @Override
    public Cadence cadence() {
        return Forgetting.CADENCE;
    }

    /** Forgets, once a day, keys that nobody will send again; never a reason to wake. */
    @Override
    public boolean tick(Instant now) {
        return forgetting.tick(now);
    }

    private int forget(Instant before, int most) {
        return jdbc.sql("""
                delete from orders.idempotency where (tenant_id, key) in (
                    select tenant_id, key from orders.idempotency where at < :before
                    order by at limit :most for update skip locked)
                """).param("before", Sql.at(before)).param("most", most).update();
    }
}
