package kr.dochak.portal;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.identity.vault.People;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.Orders;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A14: a guest has a new name with every order, and finds all of them after one log-in. */
@ProductTest
class GuestsTests {

    private static final MallId MALL = new MallId(1);

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
    private People people;

    private final String fresh = "G" + System.nanoTime();
    private MockMvc mvc;
    private OrderId first;
    private OrderId second;
    private OrderId others;
    private RequestPostProcessor guest;

    @BeforeEach
    void a_guest_who_came_again() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        Trade trade = new Trade(port, clock, world);
        String phone = "010" + String.valueOf(System.nanoTime()).substring(5, 13);
        first = trade.order(fresh + "-1", new Trade.Buyer("guest-" + fresh + "-1", "박손님", phone), "상품하나");
        second = trade.order(fresh + "-2", new Trade.Buyer("guest-" + fresh + "-2", "박손님", phone), "상품둘");
        others = trade.order(fresh + "-3", new Trade.Buyer("guest-" + fresh + "-3", "이남", "01099990000"), "남의것");
        trade.settle();
        guest = As.customer(orders.find(second).orElseThrow().personId(), MALL, people.contact(MALL, phone));
    }

    @Test
    void A14_all_orders_their_pages_and_messages_are_there_and_nobody_elses() throws Exception {
        mvc.perform(get("/orders").with(guest))
                .andExpect(content().string(allOf(containsString("상품하나"), containsString("상품둘"))))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("남의것"))));
        mvc.perform(get("/orders").param("q", "상품하나").with(guest))
                .andExpect(content().string(containsString("상품하나")));
        mvc.perform(get("/orders/" + first).with(guest)).andExpect(status().isOk());
        mvc.perform(get("/orders/" + others).with(guest)).andExpect(status().isNotFound());
        mvc.perform(get("/orders/history").with(guest))
                .andExpect(content().string(allOf(containsString("상품하나"), containsString("상품둘"))));
        mvc.perform(get("/inbox").with(guest))
                .andExpect(content()
                        .string(allOf(containsString("/orders/" + first), containsString("/orders/" + second))));
        mvc.perform(get("/benefits").with(guest)).andExpect(status().isOk());
    }

    @Test
    void A14_an_inquiry_about_an_older_order_is_found_again() throws Exception {
        mvc.perform(post("/help")
                        .param("message", "상품하나 언제 오나요?")
                        .param("order", first.toString())
                        .param("key", fresh)
                        .with(guest)
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/help/*"));
        mvc.perform(get("/help").with(guest)).andExpect(content().string(containsString("상품하나")));
        mvc.perform(get("/orders/" + first).with(guest)).andExpect(content().string(containsString("상품하나 언제 오나요?")));
    }

    @Test
    void A14_a_choice_of_channels_holds_for_all_of_them() throws Exception {
        mvc.perform(post("/settings/channels")
                        .param("language", "en")
                        .param("first", "EMAIL")
                        .with(guest)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/settings")
                        .with(As.customer(orders.find(first).orElseThrow().personId(), MALL)))
                .andExpect(content().string(containsString("value=\"EMAIL\" selected")));
    }
}
