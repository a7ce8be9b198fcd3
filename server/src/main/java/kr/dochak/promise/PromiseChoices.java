package kr.dochak.promise;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The quantile by which each mall promises. Choices are kept for ever; the newest holds, so that undoing is choosing again.
 */
@Component
class PromiseChoices {

    /** Another process hears of a choice this much later. */
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private record Known(int quantile, long readNanos) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    PromiseChoices(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    int quantileOf(long tenantId) {
        return known.compute(
                        tenantId,
                        (id, last) -> last != null && System.nanoTime() - last.readNanos() < FRESH_NANOS
                                ? last
                                : new Known(read(id), System.nanoTime()))
                .quantile();
    }

    /** False when it cannot be chosen. */
    boolean choose(StaffMember staff, int quantile) {
        if (!PromisedDay.isChoosable(quantile)) {
            return false;
        }
        jdbc.sql("""
                insert into promise.promise_choice (tenant_id, quantile, staff_id, chosen_at)
                values (:tenant, :quantile, :staff, :now)
                """)
                .param("tenant", staff.tenantId())
                .param("quantile", quantile)
                .param("staff", staff.id())
                .param("now", Sql.at(clock.instant()))
                .update();
        known.remove(staff.tenantId());
        return true;
    }

    /** The newest first. */
    List<PromiseChoice> history(long tenantId, int most) {
        return jdbc.sql("""
                select quantile, staff_id, chosen_at from promise.promise_choice
                where tenant_id = :tenant order by id desc limit :most
                """)
                .param("tenant", tenantId)
                .param("most", most)
                .query((row, n) -> new PromiseChoice(row.getInt(1), row.getLong(2), Sql.moment(row, "chosen_at")))
                .list();
    }

    private int read(long tenantId) {
        List<PromiseChoice> newest = history(tenantId, 1);
        return newest.isEmpty() ? PromisedDay.USUAL : newest.getFirst().quantile();
    }
}
