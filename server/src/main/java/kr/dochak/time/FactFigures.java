package kr.dochak.time;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code dochak.facts.waiting}: for how long the oldest fact has waited for its listener, in seconds of the wall. */
@Component
class FactFigures implements MeterBinder {

    private final JdbcClient jdbc;

    FactFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("dochak.facts.waiting", this::waiting)
                .baseUnit("seconds")
                .description("how long the oldest fact has waited for its listener")
                .register(registry);
    }

    private double waiting() {
        return jdbc.sql("""
                select coalesce(greatest(extract(epoch from now() - min(publication_date)), 0), 0)
                from event_publication where completion_date is null
                """).query(Double.class).single();
    }
}
