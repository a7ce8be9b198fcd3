package kr.dochak.orders;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.shared.Sql;
import kr.dochak.shared.Ticking;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets, once a day, idempotency keys that nobody will send again; never a reason to wake. */
@Component
@EnableConfigurationProperties(OrdersSettings.class)
class OldKeys implements Ticking {

    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);
    private static final int MOST_AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Duration keep;
    private volatile Instant nextLook = Instant.MIN;

    OldKeys(JdbcClient jdbc, OrdersSettings settings) {
        this.jdbc = jdbc;
        this.keep = settings.keepIdempotencyKeys();
    }

    @Override
    public boolean tick(Instant now) {
        if (now.isBefore(nextLook)) {
            return false;
        }
        boolean more = forget(now.minus(keep)) == MOST_AT_ONCE;
        if (!more) {
            nextLook = now.plus(BETWEEN_LOOKS);
        }
        return more;
    }

    private int forget(Instant before) {
        return jdbc.sql("""
                delete from orders.idempotency where (tenant_id, key) in (
                    select tenant_id, key from orders.idempotency where at < :before
                    order by at limit :most for update skip locked)
                """)
                .param("before", Sql.at(before))
                .param("most", MOST_AT_ONCE)
                .update();
    }
}
