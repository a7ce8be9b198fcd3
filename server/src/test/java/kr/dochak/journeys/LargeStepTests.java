package kr.dochak.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import kr.dochak.ProductTest;
import kr.dochak.messaging.Messages;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Seoul;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A world that is moved by hours: what came on the way is received before anybody looks whether it came. */
@ProductTest
class LargeStepTests {

    @LocalServerPort
    int port;

    @Autowired
    WorldClock clock;

    @Autowired
    World world;

    @Autowired
    Promises promises;

    @Autowired
    Messages messages;

    @Test
    void PRM_4_a_parcel_that_came_within_a_step_is_not_late_at_its_end() {
        waitForThreeWorkingDays();
        Trade trade = new Trade(port, clock, world);
        Instant promised = Seoul.endOf(Seoul.dateOf(clock.instant().plus(Duration.ofDays(2))));
        OrderId order = trade.order("LS-1", new Trade.Buyer("LS-1", "김지민", "01066000001"), promised, "포트");
        trade.settle();
        trade.ship("660000000001", "LS-1");
        trade.scan("660000000001", "PICKED_UP", "", "인천센터");
        trade.settle();

        world.pass(promised.plus(Duration.ofHours(2)));
        trade.scan("660000000001", "DELIVERED", "", "강남", promised.minus(Duration.ofHours(3)));
        trade.settle();

        PromiseView promise = promises.ofOrders(List.of(order)).get(order).getFirst();
        assertThat(promise.delay()).isNull();
        assertThat(promise.outcome()).isEqualTo(Outcome.KEPT);
        assertThat(messages.ofOrder(order, "ko"))
                .extracting(OrderNotice::kind)
                .contains(NoticeKind.DELIVERED)
                .doesNotContain(NoticeKind.DELAYED);
    }

    /** Near days off a parcel that has just left is late to be expected. */
    private void waitForThreeWorkingDays() {
        BusinessCalendar calendar = BusinessCalendar.korea();
        LocalDate day = Seoul.dateOf(clock.instant()).plusDays(1);
        while (!IntStream.range(0, 3).mapToObj(day::plusDays).allMatch(calendar::isBusinessDay)) {
            day = day.plusDays(1);
        }
        world.advance(Seoul.instant(day, LocalTime.of(9, 0)), Duration.ofHours(6));
    }
}
