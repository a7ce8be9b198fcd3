package kr.dochak.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kr.dochak.As;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.care.Cases;
import kr.dochak.database.Conversion;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.vault.SignedLinks;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.Tracking;
import kr.dochak.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/**
 * M11, M10: somebody orders, writes, rates and is written to, and a driver brings the parcel. Then every row of every table is read
 * as a text, and no name, number, address or code of theirs stands anywhere.
 */
@ProductTest
class NothingInClearTests {

    /** Parts of the journey that lead to somebody. */
    private static final List<String> PERSONAL = List.of(
            "독고서진",
            "01064207531",
            "6420-7531",
            "dokgo.seojin@example.com",
            "테헤란로 9152",
            "가온누리타워 4107호",
            "가온누리타워",
            "4107호",
            "7531#",
            "8642#",
            "2468*",
            "황보기사님",
            "황보승철",
            "3131-4242",
            "01031314242");

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Environment environment;

    @Autowired
    private WorldClock clock;

    @Autowired
    private World world;

    @Autowired
    private Orders orders;

    @Autowired
    private Cases cases;

    @Autowired
    private Tracking tracking;

    @Autowired
    private SignedLinks links;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private List<Conversion> conversions;

    private final String fresh = "N" + System.nanoTime();
    private final String number = "6%011d".formatted(System.nanoTime() % 100_000_000_000L);
    private MockMvc mvc;
    private Http mall;
    private Http carrier;
    private Trade trade;
    private OrderSummary order;

    @BeforeEach
    void the_journey() throws Exception {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        mall = new Http(environment, TestKeys.RAINBOW);
        carrier = new Http(environment, TestKeys.CARRIER);
        trade = new Trade(port, clock, world);
        assertThat(mall.post("/api/v1/orders", json(fresh)).status()).isEqualTo(201);
        assertThat(mall.post("/api/v1/orders", json(fresh)).status()).isEqualTo(200);
        order = orders.byNumber(rainbow(), fresh).orElseThrow();
        trade.settle();
        written();
        travelled();
        asStaff();
        imported();
        trade.settle();
    }

    private MallId rainbow() {
        return new MallId(jdbc.sql("select tenant_id from identity.mall where code = 'rainbow'")
                .query(Long.class)
                .single());
    }

    private String json(String orderNo) {
        return """
                {"orderNo":"%s","orderedAt":"%s","paidAt":"%s",
                 "customer":{"id":"dokgo.seojin@example.com","name":"독고서진","phone":"010-6420-7531","email":"dokgo.seojin@example.com"},
                 "recipient":{"name":"독고서진","phone":"010-6420-7531","postcode":"06236","address1":"서울 강남구 테헤란로 9152",
                              "address2":"가온누리타워 4107호","request":{"place":"DOOR","note":"공동현관 7531# 누르세요"}},
                 "items":[{"line":1,"sku":"P","name":"무선 전기포트","quantity":1,"unitPrice":39000}],
                 "amounts":{"items":39000,"shipping":0,"discount":0,"total":39000},
                 "payment":{"method":"CARD"},"shipFrom":{"centre":"ICN1","area":"인천"},"carrier":"kr.cjlogistics"}""".formatted(orderNo, clock.instant(), clock.instant());
    }

    private void written() throws Exception {
        own(post("/orders/" + order.orderId() + "/request")
                .param("place", "SECURITY")
                .param("note", "경비실 8642# 눌러 주세요"));
        own(post("/orders/" + order.orderId() + "/messages")
                .param("message", "독고서진이에요. 010-6420-7531, 테헤란로 9152 가온누리타워 4107호, 현관 비번 2468*"));
        String link = links.pathFor(order.orderId(), Duration.ofHours(2));
        mvc.perform(
                post(link).param("message", "연락처 dokgo.seojin@example.com 이에요").with(csrf()));
    }

    private void travelled() throws Exception {
        trade.ship(number, fresh);
        for (String status : new String[] {"PICKED_UP", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED"}) {
            Http.Answer answer = carrier.post("/api/v1/scans", """
                    {"carrier":"kr.cjlogistics","trackingNumber":"%s","occurredAt":"%s","status":"%s",
                     "place":"강남 황보승철 기사 010-3131-4242","text":"담당: 황보승철 01031314242","eventId":"황보승철기사-%s-010-3131-4242"}""".formatted(number, clock.instant(), status, status));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            trade.until(clock.instant().plusSeconds(600));
        }
        long shipment = tracking.ofOrders(List.of(order.orderId()))
                .get(order.orderId())
                .getFirst()
                .shipmentId()
                .value();
        own(post("/orders/" + order.orderId() + "/rating")
                .param("shipment", "" + shipment)
                .param("stars", "5")
                .param("note", "4107호 앞에 잘 왔어요. 다음엔 2468* 누르세요"));
    }

    private void asStaff() throws Exception {
        CaseId about = cases.ofOrder(order.orderId()).getFirst().caseId();
        staff(post("/console/cases/" + about + "/answers")
                .param("text", "독고서진 님, 010-6420-7531로 전화드릴게요")
                .param("key", "answer-" + fresh));
        staff(post("/console/orders/" + order.orderId() + "/reveal")
                .param("kind", "CUSTOMER_ASKED")
                .param("reason", "배송지를 다시 묻는 전화를 받았어요"));
        staff(get("/console/search").param("q", "010-6420-7531"));
        staff(post("/console/cases/" + about + "/resolution").param("how", "독고서진 4107호 통화, 010-6420-7531"));
    }

    private void imported() {
        String file =
                "orderNo,orderedAt,customerId,customerName,customerPhone,recipientName,postcode,address1,itemName,quantity,unitPrice\n"
                        + fresh
                        + "f,2026-11-22 14:05,dokgo.seojin@example.com,독고서진,010-6420-7531,독고서진,06236,테헤란로 9152 가온누리타워 4107호,컵,1,9000\n"
                        + fresh
                        + "g,독고서진 010-6420-7531,dokgo.seojin@example.com,독고서진,010-6420-7531,독고서진,가온누리타워 4107호,테헤란로 9152,컵,x,9000\n";
        mall.upload("dochak-orders-en", "주문 010-6420-7531.csv", file.getBytes(StandardCharsets.UTF_8));
        mall.post("/api/v1/orders/" + fresh + "f/cancellation", "{\"reason\":\"독고서진 고객 변심, 010-6420-7531 통화\"}");
    }

    private void own(MockHttpServletRequestBuilder request) throws Exception {
        mvc.perform(request.with(csrf()).with(As.customer(order.personId(), order.tenantId())));
    }

    private void staff(RequestBuilder request) throws Exception {
        mvc.perform(
                ((MockHttpServletRequestBuilder) request).with(csrf()).with(As.staff(jdbc, StaffMember.Role.AGENT)));
    }

    @Test
    void M11_no_row_of_any_table_names_them_or_opens_their_door() {
        assertThat(cases.ofOrder(order.orderId())).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from care.delivery_rating where order_id = :id and sealed is not null")
                        .param("id", order.orderId().value())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(found()).isEmpty();
    }

    @Test
    void M11_who_may_read_it_reads_it_all_the_same() throws Exception {
        String own = mvc.perform(
                        get("/orders/" + order.orderId()).with(As.customer(order.personId(), order.tenantId())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(own).contains("독고서진이에요. 010-6420-7531", "4107호 앞에 잘 왔어요");
        String console = mvc.perform(
                        get("/console/orders/" + order.orderId()).with(As.staff(jdbc, StaffMember.Role.AGENT)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(console).doesNotContain("독고서진", "7531#", "8642#", "2468*", "4107호", "황보승철", "4242");
    }

    private List<String> found() {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> table : jdbc.sql("""
                select table_schema || '.' || table_name as name from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                order by 1
                """).query().listOfRows()) {
            PERSONAL.stream()
                    .filter(text -> stands(String.valueOf(table.get("name")), text))
                    .forEach(text -> found.add(table.get("name") + ": " + text));
        }
        return found;
    }

    /** In any column as it is written, without blanks and hyphens, or as the bytes of it. */
    private boolean stands(String table, String text) {
        return jdbc.sql("""
                select exists (select from %s t
                    where strpos(lower(t::text), :text) > 0 or strpos(lower(t::text), :hex) > 0)
                """.formatted(table))
                .param("text", text)
                .param("hex", HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)))
                .query(Boolean.class)
                .single();
    }

    /** What an earlier version left in the clear is gone after one start of this one. */
    @Test
    void M11_notes_ids_and_prints_of_before_are_brought_over() {
        jdbc.sql("""
                update orders.customer_order set request_note = '공동현관 7531#', mall_note = '문 앞 8642#', note = null,
                    note_mark = '\\x00', note_person = null, mall_note_mark = null,
                    content_hash = sha256('dokgo') where id = :id
                """).param("id", order.orderId().value()).update();
        jdbc.sql(
                        "update identity.person set external_id = 'dokgo.seojin@example.com', external = null, external_index = null"
                                + " where id = :id")
                .param("id", order.personId().value())
                .update();
        for (Conversion conversion : conversions) {
            while (Boolean.TRUE.equals(transaction.execute(status -> conversion.batch() > 0))) {}
        }
        assertThat(found()).isEmpty();
        OrderSummary brought = orders.find(order.orderId()).orElseThrow();
        assertThat(brought.request().note()).isEqualTo("공동현관 7531#");
        assertThat(jdbc.sql("select length(content_hash) from orders.customer_order where id = :id")
                        .param("id", order.orderId().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(33);
        assertThat(mall.post("/api/v1/orders", json(fresh + "n")).status()).isEqualTo(201);
        assertThat(orders.byNumber(order.tenantId(), fresh + "n").orElseThrow().personId())
                .as("the same customer by the same id")
                .isEqualTo(order.personId());
    }
}
