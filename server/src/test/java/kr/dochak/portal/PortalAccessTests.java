package kr.dochak.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.identity.vault.SignedLinks;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.time.Heartbeat;
import kr.dochak.time.WorldClock;
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
    private Heartbeat heartbeat;

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
        Trade trade = new Trade(port, clock, heartbeat);
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
        mvc.perform(get(at(path)).with(As.customer(order.personId(), order.tenantId())))
                .andExpect(status().isOk());
        mvc.perform(get(at(path))
                        .with(As.customer(new PersonId(order.personId().value() + 1_000_000), order.tenantId())))
                .andExpect(status().isNotFound());
        mvc.perform(get(at(path))
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
    void a_live_stream_without_login_needs_the_token_of_that_order() throws Exception {
        mvc.perform(get(at("/live/orders/{id}"))).andExpect(status().isNotFound());
        String other = links.pathFor(new OrderId(order.orderId().value() + 1), Duration.ofHours(1))
                .substring("/t/".length());
        mvc.perform(get(at("/live/orders/{id}")).param("token", other)).andExpect(status().isNotFound());
        String token = links.pathFor(order.orderId(), Duration.ofHours(1)).substring("/t/".length());
        mvc.perform(get(at("/live/orders/{id}")).param("token", token)).andExpect(status().isOk());
    }

    @Test
    void TRK_6_the_signed_page_names_nobody_and_shows_no_payment() throws Exception {
        mvc.perform(get(links.pathFor(order.orderId(), Duration.ofHours(1))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(order.orderNo())))
                .andExpect(content().string(not(containsString("남궁민수"))))
                .andExpect(content().string(not(containsString("9876"))))
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
    void CAR_2_a_message_by_the_signed_link_is_taken_with_a_number() throws Exception {
        String path = links.pathFor(order.orderId(), Duration.ofHours(1));
        mvc.perform(post(path).param("message", "언제 와요? 010-9876-5430").with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrlPattern("/t/*#inquiry"));
        mvc.perform(get(path))
                .andExpect(content().string(containsString("언제 와요?")))
                .andExpect(content().string(containsString("문의번호 C")))
                .andExpect(content().string(not(containsString("9876"))));
    }
}
