package kr.dochak.messaging.mass;

import java.time.Instant;
import kr.dochak.database.Sql;
import kr.dochak.messaging.RecordNumbers;
import kr.dochak.time.Cadence;
import kr.dochak.time.Forgetting;
import kr.dochak.time.Ticking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets, once a day, notices to many with whom they reached, as long after as the notices themselves (IDN-3). */
@Component
class OldMassNotices implements Ticking {

    private final JdbcClient jdbc;
    private final Forgetting forgetting;

    OldMassNotices(JdbcClient jdbc, RecordNumbers numbers) {
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
        return jdbc.sql("""
                with old as (
                    select id from messaging.mass_notice
                    where made_at < :before and state not in ('ASKED', 'SENDING') order by id limit least(:most, 20)
                ), reached as (
                    delete from messaging.mass_recipient r using old where r.mass_id = old.id
                )
                delete from messaging.mass_notice n using old where n.id = old.id
                """).param("before", Sql.at(before)).param("most", most).update();
    }
}
