package kr.dochak.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import kr.dochak.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code dochak.messages.waiting}: by how much the message that has waited longest is late, in seconds. */
@Component
class QueueFigures implements MeterBinder {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    QueueFigures(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("dochak.messages.waiting", this::late)
                .baseUnit("seconds")
                .description("by how much the message that waits longest for a vendor is late")
                .register(registry);
    }

    /** From its first try on: a message that a vendor refuses again and again is late all the time. */
    private double late() {
        return jdbc.sql("""
                select coalesce(greatest(extract(epoch from :now::timestamptz - min(coalesce(tried_at, next_at))), 0), 0)
                from messaging.delivery where state = 'WAITING'
                """)
                .param("now", Sql.at(clock.instant()))
                .query(Double.class)
                .single();
    }
}
