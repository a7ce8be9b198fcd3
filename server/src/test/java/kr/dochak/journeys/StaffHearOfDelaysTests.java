package kr.dochak.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.ProductTest;
import kr.dochak.messaging.Messages;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** MSG-7: customer and staff hear of a delay in the same moment. */
@ProductTest
class StaffHearOfDelaysTests {

    private static final AtomicLong NUMBERS = new AtomicLong(66_000_000);

    @LocalServerPort
    int port;

    @Autowired
    WorldClock clock;

    @Autowired
    World world;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    @Test
    void MSG_7_the_delay_that_is_told_to_the_customer_is_counted_for_staff_at_that_moment() {
        Trade trade = new Trade(port, clock, world);
        long before = counted();
        long number = NUMBERS.incrementAndGet();
        Instant promised = clock.instant().plus(Duration.ofHours(30));
        OrderId order =
                trade.order("SD-" + number, new Trade.Buyer("SD-" + number, "김지민", "010" + number), promised, "포트");
        trade.settle();
        trade.ship("66" + number, "SD-" + number);
        trade.settle();
        for (int hours = 0; hours < 120 && !isTold(order); hours++) {
            before = counted();
            trade.until(clock.instant().plus(Duration.ofHours(1)));
        }
        assertThat(isTold(order)).isTrue();
        assertThat(counted()).isGreaterThan(before);
    }

    private boolean isTold(OrderId order) {
        return messages.ofOrder(order, "ko").stream().anyMatch(notice -> notice.kind() == NoticeKind.DELAYED);
    }

    private long counted() {
        return jdbc.sql("select count(*) from alerts.occurrence where kind = 'promise.delay'")
                .query(Long.class)
                .single();
    }
}
