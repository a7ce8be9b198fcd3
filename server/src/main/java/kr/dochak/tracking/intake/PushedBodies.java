package kr.dochak.tracking.intake;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import kr.dochak.database.CopyText;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.carriers.PushedEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Stores what was pushed to us as it came, without persons (TRK-2). It is written once a second for all of it, since carriers
 * push by the thousand: a crash takes the bodies of a second along, never the scans.
 */
@Component
class PushedBodies implements Ticking {

    private static final Cadence CADENCE = Cadence.every(Duration.ofSeconds(1));
    private static final int MOST_WAITING = 20_000;

    private record Pushed(
            byte[] body, long callerTenant, @Nullable String carrier, Instant at) {}

    private final BlockingQueue<Pushed> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    PushedBodies(JdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param carrier who signed it, or null when each event names its carrier */
    void store(byte[] body, long callerTenant, @Nullable String carrier) {
        Pushed pushed = new Pushed(body, callerTenant, carrier, clock.instant());
        while (!waiting.offer(pushed)) {
            write();
        }
    }

    @Override
    public boolean isEverywhere() {
        return true;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        write();
        return false;
    }

    @PreDestroy
    void write() {
        List<Pushed> taken = new ArrayList<>();
        waiting.drainTo(taken);
        if (taken.isEmpty()) {
            return;
        }
        CopyText rows = new CopyText(taken.size() * 300);
        for (Pushed pushed : taken) {
            rows.value(pushed.at())
                    .value(pushed.callerTenant())
                    .value(pushed.carrier())
                    .value(PushedEvents.withoutPersons(pushed.body()))
                    .endRow();
        }
        jdbc.execute((java.sql.Connection connection) -> rows.into(
                connection, "copy tracking.pushed_body (received_at, caller_tenant, carrier, body) from stdin"));
    }
}
