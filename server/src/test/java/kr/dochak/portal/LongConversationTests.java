package kr.dochak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.care.Cases;
import kr.dochak.identity.vault.SignedLinks;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** H1: how much one page reads, and how much one person may write, has an end. */
@ProductTest
class LongConversationTests {

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
    private Cases cases;

    @Autowired
    private SignedLinks links;

    private MockMvc mvc;
    private Trade trade;
    private OrderSummary order;

    @BeforeEach
    void an_order() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        String fresh = "L" + System.nanoTime();
        trade = new Trade(port, clock, world);
        OrderId id = new OrderId(trade.order(fresh, new Trade.Buyer(fresh, "남궁민수", "010-9876-5430"), "컵")
                .value());
        trade.settle();
        order = orders.find(id).orElseThrow();
    }

    @Test
    void H1_a_link_takes_five_messages_an_hour_and_says_when_the_next() throws Exception {
        String path = links.pathFor(order.orderId(), Duration.ofDays(1));
        for (int i = 0; i < 150; i++) {
            mvc.perform(post(path).param("message", i + "a".repeat(1_990)).with(csrf()));
        }
        CaseId about = cases.ofOrder(order.orderId()).getFirst().caseId();
        assertThat(cases.conversation(about, null, 30).items()).hasSize(6);
        String last = flash(post(path).param("message", "여보세요").with(csrf()));
        assertThat(last).contains("짧은 시간에 문의가 많이 와서", "부터 이어서 보낼 수 있어요");
    }

    @Test
    void H1_who_is_logged_in_writes_twenty_an_hour_and_again_after_it() throws Exception {
        for (int i = 0; i < 25; i++) {
            write("여보세요 " + i);
        }
        CaseId about = cases.ofOrder(order.orderId()).getFirst().caseId();
        assertThat(cases.conversation(about, null, 100).items()).hasSize(21);
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(61)));
        write("다시 여쭤봐요");
        assertThat(cases.conversation(about, null, 100).items().getLast().body())
                .isEqualTo("다시 여쭤봐요");
    }

    @Test
    void H1_an_order_and_a_case_show_the_last_thirty_messages_and_the_way_to_those_before() throws Exception {
        for (int hour = 0; hour < 3; hour++) {
            for (int i = 0; i < 15; i++) {
                write("글 " + (hour * 15 + i) + "번");
            }
            clock.advanceTo(clock.instant().plus(Duration.ofMinutes(61)));
        }
        CaseId about = cases.ofOrder(order.orderId()).getFirst().caseId();
        for (String page : new String[] {"/orders/" + order.orderId(), "/help/" + about}) {
            String shown = page(page);
            assertThat(shown).contains("글 44번", "글 16번", "이전 대화 보기").doesNotContain("글 12번");
            Matcher earlier =
                    Pattern.compile("/help/" + about + "\\?before=[\\w-]+").matcher(shown);
            assertThat(earlier.find()).isTrue();
            assertThat(page(earlier.group()))
                    .contains("글 0번", "글 12번", "최근 대화 보기")
                    .doesNotContain("글 44번", "이전 대화 보기");
        }
    }

    private void write(String text) throws Exception {
        mvc.perform(post("/orders/" + order.orderId() + "/messages")
                .param("message", text)
                .with(csrf())
                .with(As.customer(order.personId(), order.tenantId())));
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(As.customer(order.personId(), order.tenantId())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String flash(org.springframework.test.web.servlet.RequestBuilder request) throws Exception {
        return String.valueOf(mvc.perform(request).andReturn().getFlashMap().get("flash"));
    }
}
