package kr.dochak.messaging.sending;

import java.time.Instant;
import kr.dochak.database.Sql;
import kr.dochak.messaging.RecordNumbers;
import kr.dochak.time.Cadence;
import kr.dochak.time.Forgetting;
import kr.dochak.time.Ticking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets, once a day, notices whose time is over, with what became of them on each channel (IDN-3); never a reason to wake.
 */
@Component
class OldNotices implements Ticking {

    private final JdbcClient jdbc;
    private final Forgetting forgetting;

    OldNotices(JdbcClient jdbc, RecordNumbers numbers) {
        this.jdbc = jdbc;
        this.forgetting = new Forgetting(numbers::keepNotices, this::forget);
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
        return jdbc.sql("select messaging.forget_notices(:before, :most)")
                .param("before", Sql.at(before))
                .param("most", most)
                .query(Integer.class)
                .single();
    }
}
