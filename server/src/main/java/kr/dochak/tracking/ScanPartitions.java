package kr.dochak.tracking;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kr.dochak.shared.Seoul;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to it that the week of a scan, and the next one, have a partition before the scan comes. */
@Component
class ScanPartitions {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Set<LocalDate> covered = ConcurrentHashMap.newKeySet();

    ScanPartitions(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void cover(Instant now) {
        LocalDate monday = Seoul.dateOf(now).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (!covered.contains(monday)) {
            transaction.executeWithoutResult(status -> {
                jdbc.execute(
                        "select pg_advisory_xact_lock(7041, 1)"); // "if not exists" is no help against another process
                create(monday);
                create(monday.plusWeeks(1));
            });
            covered.add(monday);
        }
    }

    /**
     * Names and bounds are dates we made: the one place where a statement is put together, since DDL takes no parameters. One
     * after the other, in this process and in others: "if not exists" alone lets two begin at once, and one of them fails.
     */
    private void create(LocalDate monday) {
        jdbc.execute("""
                do $$
                begin
                    perform pg_advisory_xact_lock(7041);
                    create table if not exists tracking.scan_%s partition of tracking.scan
                    for values from ('%s') to ('%s');
                end $$
                """.formatted(
                        NAME.format(monday),
                        monday.atStartOfDay(Seoul.ZONE).toInstant(),
                        monday.plusWeeks(1).atStartOfDay(Seoul.ZONE).toInstant()));
    }
}
