package kr.dochak.tracking.scans;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
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

    /** Under the lock, since "if not exists" alone lets two begin at once, and one of them fails. */
    private void create(LocalDate monday) {
        client.sql("select tracking.make_scan_week(:monday)")
                .param("monday", monday)
                .query()
                .singleRow();
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
     * Drops a week with all its scans, unless another process just did. Who reads that week for longer than the lock is
     * waited for keeps it until the next try.
     */
    void drop(LocalDate monday) {
        client.sql("select tracking.drop_scan_week(:monday)")
                .param("monday", monday)
                .query()
                .singleRow();
        covered.remove(monday);
    }
}
