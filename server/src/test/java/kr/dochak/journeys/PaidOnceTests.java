package kr.dochak.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.Compensations;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.Orders;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The same goods are paid for once, however their order is parted; and by the cause that is known when it is decided. */
@ProductTest
class PaidOnceTests {

    private static final AtomicLong NUMBERS = new AtomicLong(63_000_000);
    private static final MallId MALL = new MallId(1);

    @LocalServerPort
    int port;

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorldClock clock;

    @Autowired
    World world;

    @Autowired
    Orders orders;

    @Autowired
    Promises promises;

    @Autowired
    Compensations compensations;

    private Trade trade;
    private MockMvc mvc;
    private String orderNo = "";
    private String parcel = "";
    private String second = "";
    private OrderId order = new OrderId(1);

    @BeforeEach
    void a_trade() {
        trade = new Trade(port, clock, world);
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        long number = NUMBERS.incrementAndGet();
        orderNo = "PO-" + number;
        parcel = "63" + number;
        second = "64" + number;
    }

    private void order(String... items) {
        order = trade.order(orderNo, new Trade.Buyer(orderNo, "김지민", "010" + NUMBERS.incrementAndGet()), items);
        trade.settle();
    }

    private void ship(String number, Integer... lines) {
        trade.ship(number, orderNo, lines);
        trade.settle();
    }

    private void scan(String number, String status, String reason, String place) {
        trade.scan(number, status, reason, place);
        trade.settle();
    }

    private List<PromiseView> promised() {
        return promises.ofOrders(List.of(order)).getOrDefault(order, List.of());
    }

    private Instant end() {
        return promised().getFirst().promised().to();
    }

    private List<String> given() {
        return compensations.ofOrder(order).stream()
                .map(granted -> granted.ruleId() + " " + granted.value().amount())
                .toList();
    }

    private String text(String address, RequestPostProcessor as) {
        try {
            return mvc.perform(get(address).with(as).header("Accept-Language", "ko"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String page() {
        return text(
                "/orders/" + order, As.customer(orders.find(order).orElseThrow().personId(), MALL));
    }

    private String trace() {
        return text("/console/orders/" + order, As.staff(jdbc, StaffMember.Role.OPERATOR));
    }

    /** Found late while it is one, on the evening of the promised day: the whole has got its 5 %. */
    private void lateAsAWhole() {
        order("포트", "컵", "차");
        trade.until(end().minus(Duration.ofHours(3)));
        assertThat(given()).as("5 % of 61,000").containsExactly("late-6h 3050");
    }

    @Test
    void BEN_2_a_part_that_is_split_from_an_order_already_paid_for_is_not_paid_for_again() {
        lateAsAWhole();
        ship(parcel, 1);
        scan(parcel, "PICKED_UP", "", "강남SUB");
        trade.until(end().plus(Duration.ofHours(20)));
        scan(parcel, "DELIVERED", "", "강남SUB");
        ship(second);
        scan(second, "PICKED_UP", "", "강남SUB");
        scan(second, "DELIVERED", "", "강남SUB");
        assertThat(promised()).extracting(PromiseView::outcome).containsOnly(Outcome.MISSED);
        assertThat(given()).containsExactly("late-6h 3050");
    }

    @Test
    void BEN_2_two_parcels_at_once_of_an_order_already_paid_for_are_not_paid_for_again() {
        lateAsAWhole();
        ship(parcel, 1);
        ship(second, 2, 3);
        trade.until(end().plus(Duration.ofHours(20)));
        for (String number : List.of(parcel, second)) {
            scan(number, "PICKED_UP", "", "강남SUB");
            scan(number, "DELIVERED", "", "강남SUB");
        }
        assertThat(given()).containsExactly("late-6h 3050");
    }

    @Test
    void BEN_2_a_parcel_in_place_of_a_cancelled_number_is_not_paid_for_again() {
        order("포트");
        ship(parcel);
        trade.until(end().minus(Duration.ofHours(3)));
        assertThat(given()).containsExactly("late-6h 1050");
        scan(parcel, "CANCELLED", "", "");
        ship(second);
        trade.until(end().plus(Duration.ofHours(20)));
        scan(second, "PICKED_UP", "", "강남SUB");
        scan(second, "DELIVERED", "", "강남SUB");
        assertThat(given()).containsExactly("late-6h 1050");
    }

    @Test
    void BEN_2_what_a_part_gets_beyond_the_whole_is_given_once() {
        lateAsAWhole();
        ship(parcel, 1);
        ship(second, 2, 3);
        scan(parcel, "PICKED_UP", "", "강남SUB");
        scan(parcel, "EXCEPTION", "LOST", "강남SUB");
        scan(parcel, "EXCEPTION", "LOST", "강남SUB 다시");
        assertThat(given())
                .as("5,000 for the loss less its share of what the whole got")
                .hasSize(2);
        Granted lost = compensations.ofOrder(order).getLast();
        assertThat(lost.ruleId()).isEqualTo("lost");
        assertThat(lost.value().amount()).isBetween(3_900L, 4_000L);
    }

    @Test
    void PRM_4_what_was_given_stays_and_says_by_which_cause_when_another_is_found() {
        order("포트");
        ship(parcel);
        trade.until(end().minus(Duration.ofHours(3)));
        assertThat(given()).containsExactly("late-6h 1050");
        DelayCause then =
                Objects.requireNonNull(compensations.ofOrder(order).getFirst().cause());
        assertThat(page()).doesNotContain("지금 확인된 이유");

        assertThat(then).isNotEqualTo(DelayCause.ABSENCE);
        jdbc.sql("update promise.promise set delay_cause = 'ABSENCE' where order_id = :order")
                .param("order", order.value())
                .update();
        assertThat(compensations.ofOrder(order))
                .singleElement()
                .satisfies(grant -> assertThat(grant.cause()).isEqualTo(then));
        assertThat(page()).contains("드릴 때 알던 이유", "지금 확인된 이유: 받는 분 부재", "드린 보상은 그대로예요");
        assertThat(trace()).contains("줄 때의 까닭", "지금 확인된 까닭: 부재");
        assertThat(text("/console/compensation", As.staff(jdbc, StaffMember.Role.ADMIN)))
                .contains("줄 때의 까닭");
    }
}
