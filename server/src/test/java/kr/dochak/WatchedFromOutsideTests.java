package kr.dochak;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files for Prometheus and Grafana speak of figures that there are, and these move. */
@ProductTest
class WatchedFromOutsideTests {

    private static final Path FILES = Path.of("../deploy");

    @Autowired
    List<MeterBinder> binders;

    @Autowired
    JdbcClient jdbc;

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void figures() {
        binders.stream()
                .filter(each -> each.getClass().getName().startsWith("kr.dochak"))
                .forEach(each -> each.bindTo(meters));
    }

    private static String asCollected(Meter.Id id) {
        String unit = Objects.requireNonNullElse(id.getBaseUnit(), "");
        return NamingConvention.snakeCase.name(id.getName(), id.getType()) + (unit.isEmpty() ? "" : "_" + unit);
    }

    @Test
    void every_figure_that_a_file_asks_for_is_there() throws IOException {
        Set<String> known = meters.getMeters().stream()
                .map(each -> asCollected(each.getId()))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String file : List.of("prometheus-alerts.yaml", "grafana-board.json")) {
            String text = Files.readString(FILES.resolve(file));
            Matcher names = Pattern.compile("dochak_[a-z_]+").matcher(text);
            Set<String> asked =
                    names.results().map(each -> each.group()).collect(Collectors.toCollection(TreeSet::new));
            asked.remove(
                    "dochak_scans_applied_total"); // a counter that begins with the first batch of the log of scans
            asked.remove("dochak_security_events_total"); // the same with the first event
            assertThat(known).as(file).containsAll(asked);
        }
    }

    @Test
    void MSG_7_an_alert_that_nobody_acknowledged_is_a_figure() {
        double before = meters.get("dochak.alerts.open")
                .tag("severity", "GRAVE")
                .gauge()
                .value();
        Instant now = Instant.now();
        long id = jdbc.sql("""
                insert into alerts.alert (tenant_id, kind, severity, object, subject, href, since, opened_at, last_at)
                values (0, 'test.figure', 'GRAVE', 'one', 'one', '/console', :now, :now, :now) returning id
                """).param("now", Sql.at(now)).query(Long.class).single();
        assertThat(meters.get("dochak.alerts.open")
                        .tag("severity", "GRAVE")
                        .gauge()
                        .value())
                .isEqualTo(before + 1);
        jdbc.sql("update alerts.alert set closed_at = :now where id = :id")
                .param("now", Sql.at(now))
                .param("id", id)
                .update();
        assertThat(meters.get("dochak.alerts.open")
                        .tag("severity", "GRAVE")
                        .gauge()
                        .value())
                .isEqualTo(before);
    }

    @Test
    void what_waits_is_counted_in_seconds() {
        assertThat(meters.get("dochak.facts.waiting").gauge().value())
                .isNotNegative()
                .isFinite();
        assertThat(meters.get("dochak.messages.waiting").gauge().value())
                .isNotNegative()
                .isFinite();
    }
}
