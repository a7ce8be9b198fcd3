package kr.dochak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.identity.vault.SignedLinks;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.portal.order.RatingLine;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who may see and change which order, and what becomes of forms that are not right. */
@ProductTest
class PortalAccessTests {

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private WorldClock clock;

    @Autowired
    private World world;

    @Autowired
    private Orders orders;

    @Autowired
    private SignedLinks links;

    private MockMvc mvc;
    private OrderSummary order;

    @BeforeEach
    void an_order() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        String fresh = "A" + System.nanoTime();
        Trade.Buyer buyer = new Trade.Buyer(fresh, "남궁민수", "010-9876-5430");
        Trade trade = new Trade(port, clock, world);
        OrderId id = new OrderId((trade.order(fresh, buyer, "전기포트 <script>alert(1)</script>", "컵")).value());
        trade.settle();
        order = orders.find(id).orElseThrow();
    }

    private String at(String path) {
        return path.replace("{id}", "" + order.orderId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/{id}", "/orders/{id}/request", "/orders/{id}/live-fragment", "/live/orders/{id}"})
    void an_order_exists_for_its_customer_alone(String path) throws Exception {
        mvc.perform(get(at(path)).header("HX-Request", "true").with(As.customer(order.personId(), order.tenantId())))
                .andExpect(status().isOk());
        mvc.perform(get(at(path))
                        .header("HX-Request", "true")
                        .with(As.customer(new PersonId(order.personId().value() + 1_000_000), order.tenantId())))
                .andExpect(status().isNotFound());
        mvc.perform(get(at(path))
                        .header("HX-Request", "true")
                        .with(As.customer(
                                order.personId(), new MallId(order.tenantId().value() + 1))))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/{id}/request", "/orders/{id}/messages"})
    void nobody_else_changes_or_writes_on_an_order(String path) throws Exception {
        mvc.perform(post(at(path))
                        .param("message", "제 것이 아니에요")
                        .param("place", "DOOR")
                        .with(csrf())
                        .with(As.customer(new PersonId(order.personId().value() + 1_000_000), order.tenantId())))
                .andExpect(status().isNotFound());
    }

    @Test
    void L8_a_live_stream_without_login_needs_the_token_of_that_order_and_not_in_its_address() throws Exception {
        mvc.perform(get(at("/live/orders/{id}"))).andExpect(status().isNotFound());
        String other = links.pathFor(new OrderId(order.orderId().value() + 1), Duration.ofHours(1))
                .substring("/t/".length());
        mvc.perform(get(at("/live/orders/{id}")).cookie(new Cookie("link", other)))
                .andExpect(status().isNotFound());
        String token = links.pathFor(order.orderId(), Duration.ofHours(1)).substring("/t/".length());
        mvc.perform(get(at("/live/orders/{id}")).param("token", token)).andExpect(status().isNotFound());
        mvc.perform(get("/t/" + token))
                .andExpect(cookie().path("link", at("/live/orders/{id}")))
                .andExpect(cookie().value("link", token))
                .andExpect(content().string(not(containsString("?token="))));
        mvc.perform(get(at("/live/orders/{id}")).cookie(new Cookie("link", token)))
                .andExpect(status().isOk());
    }

    @Test
    void TRK_6_the_signed_page_names_nobody_and_shows_no_payment() throws Exception {
        mvc.perform(get(links.pathFor(order.orderId(), Duration.ofHours(1))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(order.orderNo())))
                .andExpect(content().string(not(containsString("남궁민수"))))
                .andExpect(content().string(not(containsString("9876-5430"))))
                .andExpect(content().string(not(containsString("테헤란로"))))
                .andExpect(content().string(not(containsString("첫 구매 쿠폰"))));
        mvc.perform(get("/t/forged")).andExpect(status().isGone());
    }

    @Test
    void names_from_outside_are_text_and_never_markup() throws Exception {
        mvc.perform(get(at("/orders/{id}")).with(As.customer(order.personId(), order.tenantId())))
                .andExpect(content().string(containsString("&lt;script&gt;")))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void a_wrong_form_comes_back_with_what_was_written_and_the_way_out() throws Exception {
        mvc.perform(post(at("/orders/{id}/messages"))
                        .param("message", " ")
                        .with(csrf())
                        .with(As.customer(order.personId(), order.tenantId())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("어떤 일인지 적어 주세요.")));
        mvc.perform(post(at("/orders/{id}/messages"))
                        .param("message", "가".repeat(2_001))
                        .with(csrf())
                        .with(As.customer(order.personId(), order.tenantId())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("지금은 2,001자예요")))
                .andExpect(content().string(containsString("가".repeat(2_001))));
        mvc.perform(post(at("/orders/{id}/request"))
                        .param("day", "2020-02-31")
                        .param("place", "ROOF")
                        .param("note", "부재 시 전화")
                        .with(csrf())
                        .with(As.customer(order.personId(), order.tenantId())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("이 날에는 배송하지 않아요")))
                .andExpect(content().string(containsString("받을 곳을 하나 골라 주세요")))
                .andExpect(content().string(containsString("부재 시 전화")));
    }

    @Test
    void M8_a_customer_changes_the_request_so_often_in_a_day_and_can_again_the_next() throws Exception {
        for (int i = 0; i < 10; i++) {
            orders.changeRequest(
                    order.orderId(), new DeliveryRequest(DeliveryRequest.Place.DOOR, "벨 " + i, null), Orders.CUSTOMER);
        }
        var again = post(at("/orders/{id}/request"))
                .param("day", "")
                .param("place", "HAND")
                .param("note", "한 번 더")
                .with(csrf())
                .with(As.customer(order.personId(), order.tenantId()));
        mvc.perform(again)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("내일 다시 바꾸거나 문의에 남겨 주세요.")));
        assertThat(orders.find(order.orderId()).orElseThrow().request().note()).isEqualTo("벨 9");

        world.advance(clock.instant().plus(Duration.ofHours(25)), Duration.ofHours(1));
        assertThat(orders.mayChangeRequest(order.orderId())).isTrue();
    }

    @Test
    void M8_what_others_change_of_a_request_is_not_counted() {
        for (int i = 0; i < 12; i++) {
            orders.changeRequest(
                    order.orderId(),
                    new DeliveryRequest(DeliveryRequest.Place.DOOR, "벨 " + i, null),
                    Orders.NOT_PASSED_ON);
        }
        assertThat(orders.mayChangeRequest(order.orderId())).isTrue();
    }

    @Test
    void CAR_2_a_message_by_the_signed_link_is_taken_with_a_number() throws Exception {
        String path = links.pathFor(order.orderId(), Duration.ofHours(1));
        mvc.perform(post(path).param("message", "언제 와요? 010-9876-5430").with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrlPattern("/t/*#inquiry"));
        mvc.perform(get(path))
                .andExpect(content().string(containsString("문의번호 C")))
                .andExpect(content().string(not(containsString("9876"))));
    }

    /** What the review read there, and what else a customer may write. */
    @Test
    void M1_the_signed_page_tells_that_there_is_an_inquiry_and_its_state_and_nothing_that_was_said() throws Exception {
        String path = links.pathFor(order.orderId(), Duration.ofHours(1));
        String typed = "수국이 언제 와요? +82-10-9999-8888, 현관 비밀번호 *1234#, 강남파이낸스센터 1203호, 남궁민수, P123456789012, 카톡 namgung77";
        mvc.perform(post(path).param("message", typed).with(csrf())).andExpect(status().is3xxRedirection());
        for (String page : new String[] {path, path + "/live-fragment"}) {
            String shown = mvc.perform(get(page).header("HX-Request", "true"))
                    .andExpect(content().string(containsString("문의번호 C")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(shown).doesNotContain("수국이", "9999", "1234#", "1203", "남궁민수", "P1234", "namgung77", "talk-text");
        }
        mvc.perform(get(at("/orders/{id}")).with(As.customer(order.personId(), order.tenantId())))
                .andExpect(content().string(containsString("수국이 언제 와요?")));
    }

    @Test
    void M1_the_signed_page_shows_that_a_message_was_sent_and_not_its_words() throws Exception {
        String own = mvc.perform(get(at("/orders/{id}")).with(As.customer(order.personId(), order.tenantId())))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(own).contains("told-body", "보내드린 안내");
        mvc.perform(get(links.pathFor(order.orderId(), Duration.ofHours(1))))
                .andExpect(content().string(containsString("보내드린 안내")))
                .andExpect(content().string(not(containsString("told-body"))))
                .andExpect(content().string(containsString("안내와 문의의 내용을 볼 수 없어요")));
    }

    @Test
    void M1_the_signed_page_asks_for_a_rating_and_shows_no_words_of_it() {
        RatingLine rating = new RatingLine(new ShipmentId(1), 5, "104동 앞에 잘 왔어요", "오늘");
        assertThat(rating.withoutWords()).isEqualTo(new RatingLine(new ShipmentId(1), 5, "", "오늘"));
    }
}
