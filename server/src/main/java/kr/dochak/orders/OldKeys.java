package kr.dochak.orders;

import java.time.Instant;
import kr.dochak.database.Sql;
import kr.dochak.time.Cadence;
import kr.dochak.time.Forgetting;
import kr.dochak.time.Ticking;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets, once a day, idempotency keys that nobody will send again; never a reason to wake. */
@Component
@EnableConfigurationProperties(OrdersSettings.class)
class OldKeys implements Ticking {

    private final JdbcClient jdbc;
    private final Forgetting forgetting;

    OldKeys(JdbcClient jdbc, OrdersSettings settings) {
        this.jdbc = jdbc;
        this.forgetting = new Forgetting(settings.keepIdempotencyKeys(), this::forget);
    }

    @Override
    public Cadence cadence() {
        return Forgetting.CADENCE;
    }

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
