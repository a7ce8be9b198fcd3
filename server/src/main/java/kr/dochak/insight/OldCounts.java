package kr.dochak.insight;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.shared.Sql;
import kr.dochak.shared.Ticking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets, once a day, which endings were counted, long after the last repeat of a fact may come; the counters stay. */
@Component
class OldCounts implements Ticking {

    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);
    private static final int MOST_AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Duration keep;
    private volatile Instant nextLook = Instant.MIN;

    OldCounts(JdbcClient jdbc, InsightSettings settings) {
        this.jdbc = jdbc;
        this.keep = settings.rememberCounted();
    }

    @Override
    public boolean tick(Instant now) {
        if (now.isBefore(nextLook)) {
            return false;
        }
        boolean more = forget(now.minus(keep)) == MOST_AT_ONCE;
        if (!more) {
            nextLook = now.plus(BETWEEN_LOOKS);
        }
        return more;
    }

    private int forget(Instant before) {
        return jdbc.sql("""
                delete from insight.counted_promise where promise_id in (
                    select promise_id from insight.counted_promise where counted_at < :before
                    order by counted_at limit :most for update skip locked)
                """)
                .param("before", Sql.at(before))
                .param("most", MOST_AT_ONCE)
                .update();
    }
}
