package kr.dochak.promise;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.identity.StaffMember;
import kr.dochak.promise.windows.PromisedDay;
import kr.dochak.shared.MallId;
import kr.dochak.time.TimedCache;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The quantile by which each mall promises. Every choice is recorded and the newest holds, so undoing is choosing again. */
@Component
public class PromiseChoices {

    /** Another process sees a choice this much later. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Cache<MallId, Integer> known;

    PromiseChoices(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.known = TimedCache.lasting(FRESH, clock);
    }

    /** Read outside the cache's own locks: who waits for one of them may hold the connection that the reader needs. */
    public int quantileOf(MallId tenantId) {
        Integer chosen = known.getIfPresent(tenantId);
        if (chosen == null) {
            chosen = read(tenantId);
            known.put(tenantId, chosen);
        }
        return chosen;
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
                .param("tenant", staff.tenantId().value())
                .param("quantile", quantile)
                .param("staff", staff.id())
                .param("now", Sql.at(clock.instant()))
                .update();
        known.invalidate(staff.tenantId());
        return true;
    }

    /** The newest first. */
    List<PromiseChoice> history(MallId tenantId, int most) {
        return jdbc.sql("""
                select quantile, staff_id, chosen_at from promise.promise_choice
                where tenant_id = :tenant order by id desc limit :most
                """)
                .param("tenant", tenantId.value())
                .param("most", most)
                .query((row, n) -> new PromiseChoice(row.getInt(1), row.getLong(2), Sql.moment(row, "chosen_at")))
                .list();
    }

    private int read(MallId tenantId) {
        List<PromiseChoice> newest = history(tenantId, 1);
        return newest.isEmpty() ? PromisedDay.USUAL : newest.getFirst().quantile();
    }
}
