package kr.dochak.tracking.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import kr.dochak.ProductTest;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.LogIntake;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.log.LogApplier.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Scans of the log and how far it is applied are one transaction, and only one consumer's. */
@ProductTest
class LogApplierTests {

    @Autowired
    Tracking tracking;

    @Autowired
    LogIntake batch;

    @Autowired
    LogRepository repository;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    private LogFixture log;

    @BeforeEach
    void a_log() {
        log = new LogFixture(tracking, batch, repository, clock, jdbc);
    }

    @Test
    void scans_are_there_and_the_offsets_have_moved() {
        List<String> parcels = log.parcels(3);
        List<LogRecord> records =
                List.of(log.pickUp(0, parcels.get(0)), log.pickUp(0, parcels.get(1)), log.pickUp(1, parcels.get(2)));

        assertThat(log.consumer().apply(records, false)).isEqualTo(Outcome.APPLIED);
        assertThat(log.scans(parcels)).isEqualTo(3);
        assertThat(log.position(0)).isEqualTo(2);
        assertThat(log.position(1)).isEqualTo(1);
    }

    @Test
    void of_two_who_hold_the_same_records_the_second_is_refused_and_writes_nothing() {
        List<String> parcels = log.parcels(2);
        LogApplier woken = log.consumer();
        LogApplier successor = log.consumer();
        List<LogRecord> records = List.of(log.pickUp(0, parcels.get(0)));
        assertThat(successor.apply(records, false)).isEqualTo(Outcome.APPLIED);

        List<LogRecord> more = List.of(records.getFirst(), log.pickUp(0, parcels.get(1)), log.garbage(1));
        assertThat(woken.apply(more, false)).isEqualTo(Outcome.FENCED);

        assertThat(log.scans(parcels)).isEqualTo(1);
        assertThat(log.position(0)).isEqualTo(1);
        assertThat(log.position(1)).as("a partition beside it neither").isZero();
        assertThat(log.keptAside()).isEmpty();
        assertThat(log.count("dochak.scans.fenced")).isEqualTo(1);
    }

    @Test
    void one_that_was_refused_goes_on_from_where_the_other_is() {
        List<String> parcels = log.parcels(2);
        LogApplier woken = log.consumer();
        LogRecord first = log.pickUp(0, parcels.get(0));
        log.consumer().apply(List.of(first), false);
        assertThat(woken.apply(List.of(first), false)).isEqualTo(Outcome.FENCED);

        assertThat(woken.begin(Map.of(0, 0L))).containsEntry(0, 1L);
        assertThat(woken.apply(List.of(log.pickUp(0, parcels.get(1))), false)).isEqualTo(Outcome.APPLIED);
        assertThat(log.scans(parcels)).isEqualTo(2);
    }

    @Test
    void the_same_topic_made_anew_is_another_log() {
        List<String> parcels = log.parcels(1);
        log.consumer().apply(List.of(log.pickUp(0, parcels.get(0))), false);
        LogFixture anew = new LogFixture(tracking, batch, repository, clock, jdbc);
        anew.consumer();

        assertThat(anew.position(0)).isZero();
    }

    @Test
    void a_poisoned_record_is_kept_aside_alone_and_holds_up_nothing() {
        List<String> parcels = log.parcels(5);
        Scan refused = log.scan(parcels.get(1), ShipmentStatus.PICKED_UP, "\0");
        List<LogRecord> records = List.of(
                log.pickUp(0, parcels.get(0)),
                log.record(0, LoggedScan.value(refused)),
                log.garbage(0),
                log.pickUp(0, parcels.get(2)),
                log.pickUp(1, parcels.get(3)),
                log.pickUp(1, parcels.get(4)));
        LogApplier consumer = log.consumer();

        assertThatThrownBy(() -> consumer.apply(records, false)).hasRootCauseInstanceOf(java.sql.SQLException.class);
        assertThat(log.position(0)).isZero();
        assertThat(consumer.apply(records, true)).isEqualTo(Outcome.APPLIED);

        assertThat(log.scans(parcels)).isEqualTo(4);
        assertThat(log.position(0)).isEqualTo(4);
        assertThat(log.position(1)).isEqualTo(2);
        assertThat(log.keptAside()).containsExactly("1 REFUSED", "2 UNREADABLE");
        assertThat(log.count("dochak.scans.poisoned")).isEqualTo(2);
    }

    @Test
    void what_was_applied_before_the_rest_failed_is_not_applied_again() {
        List<String> parcels = log.parcels(2);
        LogApplier consumer = log.consumer();
        List<LogRecord> half = List.of(log.pickUp(0, parcels.get(0)), log.garbage(0));
        consumer.apply(half, true);

        List<LogRecord> whole = List.of(half.get(0), half.get(1), log.pickUp(0, parcels.get(1)));
        assertThat(consumer.apply(whole, true)).isEqualTo(Outcome.APPLIED);
        assertThat(consumer.apply(whole, true)).isEqualTo(Outcome.APPLIED);
        assertThat(log.scans(parcels)).isEqualTo(2);
        assertThat(log.keptAside()).containsExactly("1 UNREADABLE");
        assertThat(log.count("dochak.scans.applied")).isEqualTo(2);
    }

    @Test
    void a_commit_that_came_through_unheard_is_found_out_by_trying_again() {
        List<String> parcels = log.parcels(1);
        LogApplier unsure = log.consumer();
        List<LogRecord> records = List.of(log.pickUp(0, parcels.get(0)));
        log.consumer().apply(records, false); // its own transaction, as far as the database is concerned

        assertThat(unsure.apply(records, true)).isEqualTo(Outcome.FENCED);
        assertThat(log.scans(parcels)).isEqualTo(1);
        assertThat(log.keptAside()).isEmpty();
    }
}
