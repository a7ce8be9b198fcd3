package kr.dochak.tracking.log;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.dochak.database.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How far the log is applied, and what of it could not be. */
@Repository
class LogRepository {

    /** A partition's way from the offset that was next to the one that will be. */
    record Step(int partition, long from, long to) {}

    /** A record kept aside, and why. */
    record Poisoned(LogRecord record, Why why, String detail) {

        /** Its bytes are no scan, or the database refused the scan. */
        enum Why {
            UNREADABLE,
            REFUSED
        }
    }

    private final JdbcTemplate jdbc;

    LogRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The next offset of each partition; of one nobody has read yet, its first. */
    Map<Integer, Long> positions(UUID log, String topic, Map<Integer, Long> first) {
        jdbc.batchUpdate(
                """
                insert into tracking.log_position (log_id, partition, topic, next_offset) values (?, ?, ?, ?)
                on conflict do nothing
                """,
                first.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new Object[] {log, each.getKey(), topic, each.getValue()})
                        .toList());
        return positions(log, first.keySet());
    }

    private Map<Integer, Long> positions(UUID log, Collection<Integer> partitions) {
        Map<Integer, Long> next = new HashMap<>();
        jdbc.query(
                "select partition, next_offset from tracking.log_position where log_id = ? and partition = any(?)",
                row -> {
                    next.put(row.getInt(1), row.getLong(2));
                },
                log,
                partitions.toArray(Integer[]::new));
        return next;
    }

    /**
     * Moves each partition if it still is where we believe it to be; false when one is not. Always by ascending partition,
     * so that two who believe they own the same ones wait for each other instead of standing still.
     */
    boolean advance(UUID log, List<Step> steps) {
        int[] moved = jdbc.batchUpdate(
                "update tracking.log_position set next_offset = ? where log_id = ? and partition = ? and next_offset = ?",
                steps.stream()
                        .map(step -> new Object[] {step.to(), log, step.partition(), step.from()})
                        .toList());
        for (int count : moved) {
            if (count != 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * A process that is stopped in the middle of a batch holds its locks; the database ends it after these times, so that
     * whoever takes over need not wait for it. The second limit exists from PostgreSQL 17 on.
     */
    void holdLocksBriefly() {
        jdbc.queryForMap("""
                select set_config('idle_in_transaction_session_timeout', '10s', true) as idle,
                       case when current_setting('server_version_num')::int >= 170000
                            then set_config('transaction_timeout', '60s', true) end as whole
                """);
    }

    void keep(UUID log, List<Poisoned> poisoned, Instant now) {
        jdbc.batchUpdate(
                """
                insert into tracking.poisoned_record (log_id, partition, record_offset, value, why, detail, kept_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                poisoned.stream()
                        .map(each -> new Object[] {
                            log,
                            each.record().partition(),
                            each.record().offset(),
                            each.record().value(),
                            each.why().name(),
                            each.detail().replace('\0', ' '),
                            Sql.at(now)
                        })
                        .toList());
    }
}
