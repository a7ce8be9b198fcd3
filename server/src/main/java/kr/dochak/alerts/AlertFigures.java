package kr.dochak.alerts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code dochak.alerts.open}: what stands and nobody has acknowledged, for who watches the product from outside. */
@Component
class AlertFigures implements MeterBinder {

    private final JdbcClient jdbc;

    AlertFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Severity severity : Severity.values()) {
            Gauge.builder("dochak.alerts.open", () -> open(severity))
                    .tag("severity", severity.name())
                    .description("alerts that stand and that nobody has acknowledged")
                    .register(registry);
        }
    }

    private long open(Severity severity) {
        return jdbc.sql("""
                select count(*) from alerts.alert
                where closed_at is null and acknowledged_at is null and storm_id is null and severity = :severity
                """)
                .param("severity", severity.name())
                .query(Long.class)
                .single();
    }
}
