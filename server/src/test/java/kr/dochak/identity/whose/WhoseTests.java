package kr.dochak.identity.whose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import kr.dochak.As;
import kr.dochak.Jar;
import kr.dochak.ProductTest;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.Orders;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** M4: two people with one phone; whose orders are meant is chosen, and the newest never takes the log-in of the older. */
@ProductTest
class WhoseTests {

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

    @Autowired
    private JdbcClient jdbc;

    private final String fresh = "W" + System.nanoTime();
    private final String phone =
            "0107%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
    private MockMvc mvc;
    private PersonId victim = new PersonId(1);
    private PersonId attacker = new PersonId(1);
    private OrderId victims = new OrderId(1);

    @BeforeEach
    void two_people_with_one_phone() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        Trade trade = new Trade(port, clock, world);
        victims = trade.order(fresh + "-1", new Trade.Buyer("victim-" + fresh, "남궁원", phone), "피해자의것");
        OrderId attackers = trade.order(fresh + "-2", new Trade.Buyer("attacker-" + fresh, "이공격", phone), "공격자의것");
        trade.settle();
        victim = orders.find(victims).orElseThrow().personId();
        attacker = orders.find(attackers).orElseThrow().personId();
    }

    /** A browser whose code for the phone was right, before anything is chosen. */
    private Jar confirmed() {
        UUID ticket = UUID.randomUUID();
        jdbc.sql("""
                insert into identity.login_code
                    (ticket, seed, tenant_id, person_id, contact, sent_to, code_hash, issued_at, expires_at, used_at, confirmed_at)
                values (:ticket, :ticket, 1, :person, decode(:contact, 'hex'), '', '', :now, :now, :now, :now)
                """)
                .param("ticket", ticket)
                .param("person", attacker.value())
                .param("contact", people.contact(MALL, phone))
                .param("now", kr.dochak.database.Sql.at(clock.instant()))
                .update();
        Jar jar = new Jar();
        jar.put("code", ticket.toString());
        return jar;
    }

    private void choose(Jar jar, PersonId person, String leadsTo) throws Exception {
        mvc.perform(post("/login/whose").with(jar).with(csrf()).param("person", person.toString()))
                .andDo(jar)
                .andExpect(redirectedUrl(leadsTo));
    }

    @Test
    void M4_the_older_customer_is_offered_and_sees_their_own_orders_only() throws Exception {
        Jar jar = confirmed();
        mvc.perform(get("/login/whose").with(jar))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("남*원")))
                .andExpect(content().string(containsString("이*격")))
                .andExpect(content().string(not(containsString("남궁원"))))
                .andExpect(content().string(containsString("마지막 주문")));
        choose(jar, victim, "/");
        mvc.perform(get("/orders").with(jar))
                .andExpect(content().string(containsString("피해자의것")))
                .andExpect(content().string(not(containsString("공격자의것"))));
        mvc.perform(get("/orders/" + victims).with(jar)).andExpect(status().isOk());
    }

    @Test
    void M4_nobody_is_chosen_before_somebody_chose() throws Exception {
        Jar jar = confirmed();
        mvc.perform(get("/orders").with(jar).accept("text/html")).andExpect(redirectedUrl("/login"));
        choose(jar, new PersonId(999_999_999), "/login/whose");
        mvc.perform(get("/orders").with(jar).accept("text/html")).andExpect(redirectedUrl("/login"));
        choose(jar, attacker, "/");
        String ticket = jar.value("code");
        assertThat(ticket).as("the ticket has served").isNull();
    }

    @Test
    void M4_the_choice_is_remembered_and_can_be_changed() throws Exception {
        Jar jar = confirmed();
        choose(jar, attacker, "/");
        mvc.perform(get("/settings").with(jar)).andExpect(content().string(containsString("/settings/whose")));
        mvc.perform(get("/settings/whose").with(jar)).andExpect(content().string(containsString("지금 보는 이름")));
        mvc.perform(post("/settings/whose").with(jar).with(csrf()).param("person", victim.toString()))
                .andExpect(redirectedUrl("/orders"));
        mvc.perform(get("/orders").with(jar)).andExpect(content().string(containsString("피해자의것")));
        mvc.perform(post("/settings/whose").with(jar).with(csrf()).param("person", "999999999"))
                .andExpect(header().string("Location", "/settings/whose"));
        mvc.perform(get("/orders").with(jar)).andExpect(content().string(containsString("피해자의것")));
    }

    @Test
    void M4_a_confirmation_that_is_old_or_another_browsers_chooses_nothing() throws Exception {
        Jar jar = confirmed();
        clock.advanceTo(clock.instant().plus(java.time.Duration.ofMinutes(10)));
        choose(jar, victim, "/login/whose");
        mvc.perform(get("/login/whose").with(jar)).andExpect(redirectedUrl("/login"));
        Jar other = new Jar();
        other.put("code", UUID.randomUUID().toString());
        choose(other, victim, "/login/whose");
    }

    @Test
    void M4_one_name_with_two_ids_of_the_mall_is_one_choice() {
        people.enrol(MALL, List.of(new PersonalData("again-" + fresh, "남궁 원", phone, null, "ko")));
        Map<PersonId, List<PersonId>> each = people.namesakes(MALL, String.valueOf(people.contact(MALL, phone)));
        assertThat(each).hasSize(2);
        assertThat(each.values()).anySatisfy(same -> assertThat(same).hasSize(2).contains(victim));
    }

    @Test
    void L8_a_live_page_listens_without_a_token_in_its_address() throws Exception {
        mvc.perform(get("/live/orders/" + victims + "?token=x").with(As.customer(attacker, MALL)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/live/orders/" + victims)).andExpect(status().isNotFound());
    }
}
