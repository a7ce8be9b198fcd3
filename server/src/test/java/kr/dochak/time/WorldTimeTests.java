package kr.dochak.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.ProductTest;
import kr.dochak.time.WorldClock.Mode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the clock of a world with its own time begins after a restart. */
@ProductTest
class WorldTimeTests {

    private static final Instant STOOD = Instant.parse("2026-11-24T03:20:00Z");
    private static final ClockSettings NEXT_WEEK =
            new ClockSettings(new ClockSettings.Clock(Mode.SPEED, 60, "2026-12-01T00:00:00Z"), Duration.ofMillis(200));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    WorldTimeTests(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void a_world_goes_on_where_it_stood_whatever_week_it_is_outside() {
        WorldTimeRepository times = new WorldTimeRepository(jdbc);
        Instant[] woken = new Instant[2];
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from shared.world_time").update();
            woken[0] = new TimeConfiguration().worldClock(NEXT_WEEK, times).instant();
            times.save(STOOD);
            woken[1] = new TimeConfiguration().worldClock(NEXT_WEEK, times).instant();
            status.setRollbackOnly();
        });
        assertThat(woken[0]).isBetween(Instant.parse("2026-12-01T00:00:00Z"), Instant.parse("2026-12-01T00:10:00Z"));
        assertThat(woken[1]).isBetween(STOOD, STOOD.plus(Duration.ofMinutes(10)));
    }
}
