package kr.dochak.tracking.intake;

import java.time.Instant;
import kr.dochak.database.Sql;
import kr.dochak.time.Cadence;
import kr.dochak.time.Forgetting;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.TrackingNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets, once a day, pushed bodies whose time is over. */
@Component
class OldBodies implements Ticking {

    private final JdbcClient jdbc;
    private final Forgetting bodies;

    OldBodies(JdbcClient jdbc, TrackingNumbers numbers) {
        this.jdbc = jdbc;
        this.bodies = new Forgetting(numbers::keepPushed, this::forget);
    }

    @Override
    public Cadence cadence() {
        return Forgetting.CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        return bodies.tick(now);
    }

    private int forget(Instant before, int most) {
        return jdbc.sql("""
                delete from tracking.pushed_body where id in (
                    select id from tracking.pushed_body where received_at < :before order by id limit :most)
                """).param("before", Sql.at(before)).param("most", most).update();
    }
}
