package kr.dochak.messaging;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.shared.Sql;
import kr.dochak.shared.Ticking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets, once a day, notices whose time is over, with what became of them on each channel (IDN-3); never a reason to wake.
 */
@Component
class OldNotices implements Ticking {

    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);
    private static final int MOST_AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Duration keep;
    private volatile Instant nextLook = Instant.MIN;

    OldNotices(JdbcClient jdbc, MessagingSettings settings) {
        this.jdbc = jdbc;
        this.keep = settings.keepNotices();
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
                with old as (
                    select id from messaging.notice
                    where detected_at < :before and state <> 'HELD'
                    order by detected_at limit :most for update skip locked
                ), sent as (
                    delete from messaging.delivery d using old where d.notice_id = old.id
                )
                delete from messaging.notice n using old where n.id = old.id
                """)
                .param("before", Sql.at(before))
                .param("most", MOST_AT_ONCE)
                .update();
    }
}
