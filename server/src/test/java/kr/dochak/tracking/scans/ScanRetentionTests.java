package kr.dochak.tracking.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import kr.dochak.database.Sql;
import kr.dochak.tracking.TrackingNumbers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** TRK-2: scans are let go by the week when their time is over, and not before. */
@ProductTest
class ScanRetentionTests {

    private static final Instant NOW = Instant.parse("2019-06-05T03:00:00Z");
    private static final Instant MONDAY_THREE_YEARS_BEFORE = Instant.parse("2016-05-29T15:00:00Z");
    private static final Instant SUNDAY_BEFORE_IT = MONDAY_THREE_YEARS_BEFORE.minusSeconds(1);

    @Autowired
    ScanPartitions partitions;

    @Autowired
    TrackingNumbers settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private ScanRetention retention() {
        return new ScanRetention(partitions, settings);
    }

    private void scan(Instant receivedAt) {
        partitions.cover(receivedAt);
        jdbc.sql("""
                        insert into tracking.scan (shipment_id, occurred_at, received_at, status, place, text, hash)
                        values (0, :at, :at, 'IN_TRANSIT', '', '', 1)
                        """).param("at", Sql.at(receivedAt)).update();
    }

    private long scansAt(Instant receivedAt) {
        return jdbc.sql("select count(*) from tracking.scan where received_at = :at")
                .param("at", Sql.at(receivedAt))
                .query(Long.class)
                .single();
    }

    @Test
    void a_week_goes_when_its_last_scan_is_older_than_what_is_kept() {
        assertThat(settings.keepScans()).isEqualTo(Duration.ofDays(1096));
        TestDatabase.asSuperuser(jdbc).sql("""
                create table if not exists tracking.scan_before_all partition of tracking.scan
                for values from ('2000-01-03') to ('2000-01-10')
                """).update(); // an operator's own
        scan(SUNDAY_BEFORE_IT);
        scan(MONDAY_THREE_YEARS_BEFORE);
        scan(NOW);
        retention().tick(NOW);
        assertThat(scansAt(SUNDAY_BEFORE_IT)).isZero();
        assertThat(scansAt(MONDAY_THREE_YEARS_BEFORE)).isOne();
        assertThat(scansAt(NOW)).isOne();
        assertThat(jdbc.sql("select to_regclass('tracking.scan_before_all') is not null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        scan(SUNDAY_BEFORE_IT); // a clock that goes back finds a place for its scans again
        assertThat(scansAt(SUNDAY_BEFORE_IT)).isOne();
    }

    @Test
    void a_week_that_is_being_read_stays_until_the_next_try() {
        LocalDate week = LocalDate.parse("2015-01-05");
        Instant at = Instant.parse("2015-01-06T00:00:00Z");
        Instant later = at.plus(Duration.ofDays(1096 + 7));
        scan(at);
        ScanRetention retention = retention();
        transaction.executeWithoutResult(reading -> {
            assertThat(scansAt(at)).isOne();
            Thread other = Thread.ofPlatform().start(() -> retention.tick(later));
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(partitions.weeksBefore(LocalDate.parse("2015-02-01"))).contains(week);
        retention.tick(later.plus(Duration.ofHours(6)));
        assertThat(partitions.weeksBefore(LocalDate.parse("2015-02-01"))).doesNotContain(week);
    }
}
