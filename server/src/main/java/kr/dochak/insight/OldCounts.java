package kr.dochak.insight;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.database.Sql;
import kr.dochak.time.Cadence;
import kr.dochak.time.Forgetting;
import kr.dochak.time.Ticking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets, once a day, which endings were counted, long after the last repeat of a fact may come; the counters stay. */
@Component
class OldCounts implements Ticking {

    /** Longer than any fact can be under way. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Forgetting forgetting;

    OldCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.forgetting = new Forgetting(REMEMBERED, this::forget);
    }

    @Override
    public Cadence cadence() {
        return Forgetting.CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        return forgetting.tick(now);
    }

    private int forget(Instant before, int most) {
        return jdbc.sql("""
                delete from insight.counted_promise where promise_id in (
                    select promise_id from insight.counted_promise where counted_at < :before
                    order by counted_at limit :most for update skip locked)
                """).param("before", Sql.at(before)).param("most", most).update();
    }
}
