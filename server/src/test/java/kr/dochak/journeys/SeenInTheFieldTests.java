package kr.dochak.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.As;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.care.Cases;
import kr.dochak.care.CustomerMessage;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.care.record.CaseType;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.messaging.Messages;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What was missing or wrong when the product was tried as its users would, each by the number it was written down under. */
@ProductTest
class SeenInTheFieldTests {

    private static final AtomicLong NUMBERS = new AtomicLong(66_000_000);
    private static final MallId MALL = new MallId(1);

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

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
    Messages messages;

    @Autowired
    Cases cases;

    private Trade trade;
    private Http mall;
    private Http carrier;
    private MockMvc mvc;
    private String orderNo = "";
    private String parcel = "";
    private OrderId order = new OrderId(1);

    @BeforeEach
    void an_order() {
        trade = new Trade(port, clock, world);
        mall = new Http(environment, TestKeys.RAINBOW);
        carrier = new Http(environment, TestKeys.CARRIER);
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        another();
    }

    private void another() {
        long number = NUMBERS.incrementAndGet();
        orderNo = "SF-" + number;
        parcel = "66" + number;
        order = trade.order(orderNo, new Trade.Buyer(orderNo, "박들판", "010" + number), "포트");
        trade.settle();
    }

    private void prepared(String step) {
        mall.post("/api/v1/orders/" + orderNo + "/preparation", "{\"step\":\"%s\"}".formatted(step));
        trade.settle();
    }

    private List<NoticeKind> told() {
        return messages.ofOrder(order, "ko").stream()
                .filter(notice -> notice.state() == OrderNotice.State.TOLD)
                .map(OrderNotice::kind)
                .toList();
    }

    private String console(String address, Role role) {
        try {
            return mvc.perform(
                            get(URI.create(address)).with(As.staff(jdbc, role)).header("Accept-Language", "ko"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void writes(String text) {
        OrderSummary of = orders.find(order).orElseThrow();
        cases.write(new CustomerMessage(
                MALL, of.personId(), order, CaseChannel.PORTAL, text, "sf-" + NUMBERS.incrementAndGet()));
        trade.settle();
    }

    @Test
    void B6_the_preparation_is_told_once_whichever_step_comes_first() {
        prepared("PICKING");
        prepared("PACKED");
        assertThat(told()).containsOnlyOnce(NoticeKind.PREPARING);
        another();
        prepared("PACKED");
        assertThat(told()).containsOnlyOnce(NoticeKind.PREPARING);
    }

    @Test
    void B6_nothing_is_prepared_of_an_order_that_was_cancelled() {
        trade.cancel(orderNo, "변심");
        trade.settle();
        prepared("PICKING");
        assertThat(told()).doesNotContain(NoticeKind.PREPARING);
    }

    @Test
    void B6_what_has_left_is_not_prepared_any_more() {
        trade.ship(parcel, orderNo);
        trade.settle();
        trade.scan(parcel, "PICKED_UP", "", "인천센터");
        trade.settle();
        prepared("PICKING");
        assertThat(told()).doesNotContain(NoticeKind.PREPARING);
    }

    @Test
    void S7_7_a_question_that_the_arrival_answers_ends_with_it() {
        writes("언제 오나요?");
        String address = "/console/cases/" + cases.ofOrder(order).getFirst().caseId();
        assertThat(cases.ofOrder(order).getFirst().solvedAt()).isNull();
        trade.ship(parcel, orderNo);
        trade.settle();
        trade.scan(parcel, "OUT_FOR_DELIVERY", "", "강남A");
        trade.scan(parcel, "DELIVERED", "", "강남A");
        trade.settle();
        assertThat(cases.ofOrder(order).getFirst().solvedAt()).isNotNull();
        assertThat(console(address, Role.AGENT)).contains("해결됨");
    }

    @Test
    void S7_9_the_queue_is_narrowed_by_type_and_found_by_person() {
        writes("주소를 바꿔 주세요");
        CaseType type = cases.ofOrder(order).getFirst().type();
        String caseNo = cases.ofOrder(order).getFirst().caseNo();
        String last = ("010" + parcel.substring(2)).substring(7);
        assertThat(console("/console/cases?q=" + caseNo + "&type=" + type, Role.AGENT))
                .contains("주소를 바꿔");
        assertThat(console("/console/cases?q=" + caseNo + "&type=" + other(type), Role.AGENT))
                .doesNotContain("주소를 바꿔");
        assertThat(console("/console/cases?q=" + last, Role.AGENT)).contains("주소를 바꿔");
    }

    /** An auditor, a lawyer, somebody of quality: they read a case and its order, and nothing there can be sent but their own log-out. */
    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "QUALITY", "LEGAL"})
    void IDN_1_who_only_reads_sees_a_case_that_nobody_has_taken_without_its_forms(Role reader) {
        writes("문 앞에 없어요");
        String page =
                console("/console/cases/" + cases.ofOrder(order).getFirst().caseId(), reader);
        assertThat(page).contains("문 앞에 없어요", "읽기만 할 수 있어요");
        assertThat(page).doesNotContain("action=\"/console/cases/", "action=\"/console/tasks/");
        assertThat(console("/console/orders/" + order, reader)).doesNotContain("/correction\"");
    }

    private static CaseType other(CaseType type) {
        return type == CaseType.LOST ? CaseType.DAMAGED : CaseType.LOST;
    }

    @Test
    void UI_a_lane_of_the_trace_is_there_once_it_has_something() {
        assertThat(console("/console/orders/" + order, Role.OPERATOR)).doesNotContain("id=\"grant-");
        String before = console("/console/orders/" + order, Role.OPERATOR);
        writes("언제 오나요?");
        String after = console("/console/orders/" + order, Role.OPERATOR);
        assertThat(lanes(after)).isEqualTo(lanes(before) + 1);
    }

    private static int lanes(String page) {
        return page.split("class=\"lane[ \"]", -1).length - 1;
    }

    @Test
    void TRK_2_what_was_pushed_of_a_parcel_is_read_by_staff_of_its_mall_without_others() {
        trade.ship(parcel, orderNo);
        trade.settle();
        Instant at = clock.instant();
        carrier.post("/api/v1/scans", """
                [{"carrier":"kr.cjlogistics","trackingNumber":"%s","occurredAt":"%s","status":"PICKED_UP","place":"인천센터","receiver":"홍길동"},
                 {"carrier":"kr.cjlogistics","trackingNumber":"69%s","occurredAt":"%s","status":"PICKED_UP","place":"부산센터"}]""".formatted(parcel, at, parcel.substring(2), at));
        world.settle();
        world.advance(clock.instant().plusSeconds(3), Duration.ofSeconds(1));
        String raw = console("/console/integrations/raw?q=" + parcel, Role.OPERATOR);
        assertThat(raw).contains("PICKED_UP", "인천센터").doesNotContain("홍길동", "부산센터", "69" + parcel.substring(2));
        assertThat(console("/console/integrations/raw?q=" + orderNo, Role.LEAD)).contains("인천센터");
        assertThat(console("/console/integrations/raw?q=NONE-1", Role.LEAD)).contains("이 번호의 택배가 없어요");
    }

    @Test
    void TRK_2_what_the_mall_pushed_itself_is_listed_page_by_page_and_an_empty_answer_says_why() {
        trade.ship(parcel, orderNo);
        trade.settle();
        assertThat(console("/console/integrations/raw?q=" + parcel, Role.LEAD)).contains("보관된 원문이 없어요");
        for (int i = 0; i < 21; i++) {
            mall.post("/api/v1/scans", """
                    [{"carrier":"kr.cjlogistics","trackingNumber":"%s","occurredAt":"%s","status":"IN_TRANSIT","place":"원문허브%d"}]""".formatted(parcel, clock.instant().minusSeconds(60 + i), i));
        }
        world.settle();
        world.advance(clock.instant().plusSeconds(3), Duration.ofSeconds(1));
        String page = console("/console/integrations/raw", Role.LEAD);
        assertThat(page).contains("원문허브20", "after=").doesNotContain("원문허브0\"");
    }

    @Test
    void MSG_9_tasks_are_found_by_order_parcel_and_person() {
        trade.ship(parcel, orderNo);
        trade.settle();
        trade.scan(parcel, "PICKED_UP", "", "인천센터");
        trade.scan(parcel, "RETURNING", "REFUSED", "강남A");
        trade.settle();
        world.advance(clock.instant().plusSeconds(60), Duration.ofSeconds(30));
        String last = ("010" + parcel.substring(2)).substring(7);
        assertThat(console("/console/tasks?q=" + orderNo, Role.AGENT)).contains(orderNo);
        assertThat(console("/console/tasks?q=" + parcel, Role.AGENT)).contains(orderNo);
        assertThat(console("/console/tasks?q=" + last, Role.AGENT)).contains(orderNo);
        assertThat(console("/console/tasks?q=" + URLEncoder.encode("없는 사람", StandardCharsets.UTF_8), Role.AGENT))
                .contains("찾은 할 일이 없어요")
                .doesNotContain(orderNo);
    }
}
