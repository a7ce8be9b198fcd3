package kr.dochak.identity.access;

import java.time.Instant;
import kr.dochak.database.Sql;
import kr.dochak.settings.Settings;
import kr.dochak.time.Cadence;
import kr.dochak.time.Forgetting;
import kr.dochak.time.Ticking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets, once a day, who looked at whom two years ago (IDN-3); never a reason to wake. */
@Component
class OldAccesses implements Ticking {

    private final JdbcClient jdbc;
    private final Forgetting forgetting;

    OldAccesses(JdbcClient jdbc, Settings settings) {
        this.jdbc = jdbc;
        this.forgetting = new Forgetting(() -> settings.of(RevealSettings.KEPT), this::forget);
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
        return jdbc.sql("select identity.forget_accesses(:before, :most)")
                .param("before", Sql.at(before))
                .param("most", most)
                .query(Integer.class)
                .single();
    }
}
