package kr.dochak.tracking.scans;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kr.dochak.database.AdvisoryLock;
import kr.dochak.shared.Seoul;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to it that the week of a scan, and the next one, have a partition before the scan comes; old ones can be dropped. */
@Component
class ScanPartitions {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd");

    private static final String LONGEST_WAIT = "1s";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionTemplate transaction;
    private final Set<LocalDate> covered = ConcurrentHashMap.newKeySet();

    ScanPartitions(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.transaction = transaction;
    }

    void cover(Instant now) {
        LocalDate monday = Seoul.dateOf(now).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (!covered.contains(monday)) {
            transaction.executeWithoutResult(status -> {
                AdvisoryLock.SCAN_PARTITIONS.take(client);
                create(monday);
                create(monday.plusWeeks(1));
            });
            covered.add(monday);
        }
    }

    /**
     * Names and bounds are dates we made: a statement is put together here and in {@link #drop}, since DDL takes no
     * parameters. Under the lock, since "if not exists" alone lets two begin at once, and one of them fails.
     */
    private void create(LocalDate monday) {
        jdbc.execute("""
                create table if not exists tracking.scan_%s partition of tracking.scan
                for values from ('%s') to ('%s')
                """.formatted(
                        NAME.format(monday),
                        monday.atStartOfDay(Seoul.ZONE).toInstant(),
                        monday.plusWeeks(1).atStartOfDay(Seoul.ZONE).toInstant()));
    }

    /**
     * The weeks that have a partition and were over before this day, the oldest first; each by its Monday. Partitions that
     * somebody else has made are not ours to drop.
     */
    List<LocalDate> weeksBefore(LocalDate day) {
        return jdbc.queryForList("""
                select w.monday
                from pg_inherits i
                join pg_class c on c.oid = i.inhrelid
                cross join lateral (
                    select case when c.relname ~ '^scan_[0-9]{8}$' then to_date(right(c.relname, 8), 'YYYYMMDD') end
                        as monday) w
                where i.inhparent = 'tracking.scan'::regclass and w.monday + 7 <= ?
                order by 1
                """, LocalDate.class, day);
    }

    /**
     * Drops a week with all its scans. The lock it needs stops the taking of scans for the moment of the drop, so it is
     * waited for only {@value #LONGEST_WAIT}: who reads that week keeps it until the next try. Another process may have
     * dropped it just before.
     */
    void drop(LocalDate monday) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("set local lock_timeout = '" + LONGEST_WAIT + "'");
            jdbc.execute("drop table if exists tracking.scan_" + NAME.format(monday));
        });
        covered.remove(monday);
    }
}
