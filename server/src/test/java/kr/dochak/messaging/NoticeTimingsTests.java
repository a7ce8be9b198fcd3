package kr.dochak.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.ProductTest;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** MSG-4: the board's figures are those of every notice of the day, though only the newest are read each time. */
@ProductTest
class NoticeTimingsTests {

    private static final AtomicLong SUBJECTS = new AtomicLong();

    @Autowired
    MessageQuery query;

    @Autowired
    JdbcClient jdbc;

    /** A year nobody else's notices are of. */
    private final Instant now = Instant.parse("2021-05-05T03:02:00Z");

    @Test
    void MSG_4_slices_that_are_over_are_remembered_and_the_day_moves_on() {
        NoticeTimings timings = new NoticeTimings(query);
        told(now.minus(Duration.ofHours(23)), 4);
        told(now.minus(Duration.ofMinutes(30)), 2);
        told(now.minus(Duration.ofMinutes(1)), 1);
        check(timings, now, 3, 2, 4);

        told(now.minusSeconds(1), 9);
        check(timings, now, 4, 2, 9);
        check(timings, now.plus(Duration.ofMinutes(20)), 4, 2, 9);
        check(timings, now.plus(Duration.ofHours(2)), 3, 2, 9);
        check(timings, now.plus(Duration.ofDays(3)), 0, 0, 0);
        check(new NoticeTimings(query), now.plus(Duration.ofHours(2)), 3, 2, 9);
    }

    private static void check(NoticeTimings timings, Instant at, long notices, double median, double slowest) {
        if (notices == 0) {
            assertThat(timings.lastDay(new MallId(1), at)).isEmpty();
            return;
        }
        assertThat(timings.lastDay(new MallId(1), at)).singleElement().satisfies(timing -> {
            assertThat(timing.notices()).isEqualTo(notices);
            assertThat(timing.toInbox().median()).isEqualTo(median);
            assertThat(timing.toInbox().slowest()).isEqualTo(slowest);
            assertThat(timing.toVendor().slowest()).isZero();
        });
    }

    private void told(Instant at, int seconds) {
        jdbc.sql("""
                insert into messaging.notice (kind, subject, tenant_id, person_id, facts, state, detected_at, told_at)
                values ('DELAYED', :subject, 1, 1, '{}', 'TOLD', :detected, :told)
                """)
                .param("subject", "timing-" + SUBJECTS.incrementAndGet())
                .param("detected", Sql.at(at.minusSeconds(seconds)))
                .param("told", Sql.at(at))
                .update();
    }
}
