package kr.dochak.console.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kr.dochak.As;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.calendar.Calendars;
import kr.dochak.calendar.Declaration;
import kr.dochak.calendar.DeclareOutcome;
import kr.dochak.calendar.DeclaredDay;
import kr.dochak.calendar.Scope;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.messaging.reasons.CauseText;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.promise.days.CalendarLooks;
import kr.dochak.promise.making.PromiseMaking;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Seoul;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * A18: a day declared at run time moves quotes, cut-offs, windows and what is open, and its withdrawal moves them back. In weeks
 * of its own: how wide a window is depends on what others delivered before.
 */
@ProductTest
@TestPropertySource(properties = "dochak.test.world=calendar-change")
class CalendarChangeTests {

    private static final String QUOTE =
            "/api/v1/promises/quote?postcode=06236&shipFrom=%EC%9D%B8%EC%B2%9C&carrier=kr.hanjin";

    @Autowired
    private Environment environment;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Calendars calendars;

    @Autowired
    private CalendarLooks looks;

    @Autowired
    private Promises promises;

    @Autowired
    private PromiseMaking making;

    @Autowired
    private World world;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    private MockMvc mvc;
    private Http mall;
    private final StaffMember admin = new StaffMember(1, new MallId(1), "관리자", Set.of(Role.ADMIN, Role.PLATFORM));

    @BeforeEach
    void callers() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        mall = new Http(environment, TestKeys.RAINBOW);
    }

    /** All product tests share one world: nothing declared here may stay. */
    @AfterEach
    void nothing_stays_declared() {
        calendars.upcoming(new MallId(1)).stream()
                .filter(DeclaredDay::holds)
                .forEach(day -> calendars.withdraw(admin, day.id()));
        world.settle();
    }

    private DeclaredDay declared(LocalDate day, Scope scope, String carrier) {
        Declaration wish = new Declaration(day, scope, CarrierId.ofNullable(carrier), false, "쉬는 날", "시험");
        DeclareOutcome outcome = calendars.declare(admin, wish);
        world.settle();
        return ((DeclareOutcome.Declared) outcome).day();
    }

    private JsonNode quoted(String carrier) {
        return mall.get(QUOTE.replace("kr.hanjin", carrier))
                .body()
                .path("methods")
                .path(0);
    }

    private LocalDate promisedDay(String carrier) {
        return LocalDate.parse(quoted(carrier).path("promisedDay").asString());
    }

    @Test
    void A18_a_temporary_holiday_moves_quote_and_cut_off_and_its_withdrawal_moves_them_back() {
        LocalDate before = promisedDay("kr.hanjin");
        DeclaredDay day = declared(before, Scope.NATION, null);
        assertThat(promisedDay("kr.hanjin")).isAfter(before);
        assertThat(calendars.current().nation().isBusinessDay(before)).isFalse();
        calendars.withdraw(admin, day.id());
        world.settle();
        assertThat(promisedDay("kr.hanjin")).isEqualTo(before);
        assertThat(calendars.current().nation().isBusinessDay(before))
                .isEqualTo(calendars.table().isBusinessDay(before));
    }

    @Test
    void A18_a_day_without_parcels_moves_carriers_and_leaves_the_law_alone() {
        LocalDate before = promisedDay("kr.hanjin");
        declared(before, Scope.CARRIERS, null);
        assertThat(promisedDay("kr.hanjin")).isAfter(before);
        assertThat(calendars.current().nation().isBusinessDay(before))
                .isEqualTo(calendars.table().isBusinessDay(before));
    }

    @Test
    void A18_a_carriers_own_day_is_its_own() {
        LocalDate hanjin = promisedDay("kr.hanjin");
        LocalDate lotte = promisedDay("kr.lotte");
        declared(hanjin, Scope.CARRIER, "kr.hanjin");
        assertThat(promisedDay("kr.hanjin")).isAfter(hanjin);
        assertThat(promisedDay("kr.lotte")).isEqualTo(lotte);
    }

    @Test
    void A18_a_malls_own_day_moves_its_cut_off_and_no_other_malls() {
        Http other = new Http(environment, TestKeys.HANGANG);
        Instant cutoff = Instant.parse(quoted("kr.hanjin").path("lastOrder").asString());
        String others = other.get(QUOTE)
                .body()
                .path("methods")
                .path(0)
                .path("lastOrder")
                .asString();
        declared(Seoul.dateOf(cutoff), Scope.MALL, null);
        assertThat(Instant.parse(quoted("kr.hanjin").path("lastOrder").asString()))
                .isAfter(cutoff);
        assertThat(other.get(QUOTE)
                        .body()
                        .path("methods")
                        .path(0)
                        .path("lastOrder")
                        .asString())
                .isEqualTo(others);
    }

    @Test
    void A18_open_promises_are_looked_at_again_and_get_a_later_window() {
        OrderId order = new OrderId(7_810_001);
        making.make(List.of(new PlacedOrder(
                order,
                new MallId(1),
                "CAL-1",
                new PersonId(1),
                1,
                clock.instant(),
                "인천",
                "서울",
                new CarrierId("kr.hanjin"),
                20_000,
                1,
                null)));
        world.settle();
        PromiseView before = promises.ofOrders(List.of(order)).get(order).getFirst();
        DeclaredDay day = declared(Seoul.dateOf(before.window().p90()), Scope.CARRIER, "kr.hanjin");
        PromiseView after = promises.ofOrders(List.of(order)).get(order).getFirst();
        assertThat(after.window().p90()).isAfter(before.window().p90());
        assertThat(looks.of(List.of(day.id())).get(day.id()).looked()).isPositive();
        assertThat(looks.of(List.of(day.id())).get(day.id()).finished()).isTrue();
        calendars.withdraw(admin, day.id());
        world.settle();
        assertThat(promises.ofOrders(List.of(order))
                        .get(order)
                        .getFirst()
                        .window()
                        .p90())
                .isCloseTo(before.window().p90(), org.assertj.core.api.Assertions.within(Duration.ofHours(1)));
    }

    private OrderId promisedOrder(long id) {
        OrderId order = new OrderId(id);
        making.make(List.of(new PlacedOrder(
                order,
                new MallId(1),
                "CAL-" + id,
                new PersonId(1),
                1,
                clock.instant(),
                "인천",
                "서울",
                new CarrierId("kr.hanjin"),
                20_000,
                1,
                null)));
        world.settle();
        return order;
    }

    private PromiseView promiseOf(OrderId order) {
        return promises.ofOrders(List.of(order)).get(order).getFirst();
    }

    @Test
    void PRM_4_a_delay_by_a_day_that_was_declared_closed_is_explained_by_that_day() {
        OrderId order = promisedOrder(7_810_011);
        LocalDate promised = Seoul.dateOf(promiseOf(order).promised().to().minusSeconds(1));
        clock.advanceTo(clock.instant().plusSeconds(60));
        declared(promised, Scope.CARRIER, "kr.hanjin");
        assertThat(promiseOf(order).delay()).isNotNull();
        assertThat(promiseOf(order).delay().cause()).isEqualTo(DelayCause.CLOSED_DAY);
        assertThat(CauseText.reason(
                        DelayCause.CLOSED_DAY, null, promiseOf(order).delay().lost(), clock.instant(), "ko"))
                .contains(promised.getMonthValue() + "월 " + promised.getDayOfMonth() + "일", "쉬는 날로 정해졌어요");
        assertThat(CauseText.reason(
                        DelayCause.CLOSED_DAY, null, promiseOf(order).delay().lost(), clock.instant(), "en"))
                .contains("declared a day without deliveries");
    }

    @Test
    void PRM_4_a_day_of_another_carrier_or_after_the_promise_explains_nothing() {
        OrderId order = promisedOrder(7_810_012);
        LocalDate promised = Seoul.dateOf(promiseOf(order).promised().to().minusSeconds(1));
        clock.advanceTo(clock.instant().plusSeconds(60));
        declared(promised, Scope.CARRIER, "kr.lotte");
        declared(promised.plusDays(2), Scope.CARRIER, "kr.hanjin");
        assertThat(promiseOf(order).delay()).isNull();
        clock.advanceTo(promiseOf(order).promised().to().plusSeconds(3_600));
        world.settle();
        assertThat(promiseOf(order).delay()).isNotNull();
        assertThat(promiseOf(order).delay().cause()).isNotEqualTo(DelayCause.CLOSED_DAY);
    }

    /** Another process wrote it: nobody here was told. */
    @Test
    void A18_a_day_declared_in_another_process_is_seen_within_a_minute() {
        LocalDate before = promisedDay("kr.hanjin");
        jdbc.sql("""
                insert into calendar.declared_day (day, scope, open, name, reason, staff_id, declared_at)
                values (:day, 'CARRIERS', false, '택배 없는 날', '다른 서버', 1, now())
                """).param("day", before).update();
        world.advance(clock.instant().plus(Duration.ofSeconds(61)), Duration.ofSeconds(1));
        assertThat(promisedDay("kr.hanjin")).isAfter(before);
        assertThat(calendars.current().ofCarrier(new CarrierId("kr.lotte")).isOpen(before, true))
                .isFalse();
    }

    @Test
    void A18_the_same_day_is_declared_once() {
        LocalDate day = Seoul.dateOf(clock.instant()).plusDays(200);
        declared(day, Scope.CARRIERS, null);
        assertThat(calendars.declare(admin, new Declaration(day, Scope.CARRIERS, null, true, "다시", "시험")))
                .isEqualTo(new DeclareOutcome.Refused(DeclareOutcome.Why.TWICE));
    }

    @Test
    void A18_the_page_says_what_a_day_moves_before_it_is_declared_and_takes_it_back() throws Exception {
        LocalDate day = Seoul.dateOf(clock.instant()).plusDays(400);
        String typed = "?day=" + day + "&scope=CARRIERS&open=false&name=택배 없는 날&reason=공지";
        mvc.perform(get("/console/windows/calendar" + typed).with(As.staff(jdbc, Role.ADMIN)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("건의 도착 예상을 다시 봐요")));
        assertThat(calendars.current().ofCarrier(new CarrierId("kr.hanjin")).isOpen(day, true))
                .isTrue();
        mvc.perform(post("/console/windows/calendar")
                        .param("day", day.toString())
                        .param("scope", "CARRIERS")
                        .param("open", "false")
                        .param("name", "택배 없는 날")
                        .param("reason", "공지")
                        .with(csrf())
                        .with(As.staff(jdbc, Role.ADMIN)))
                .andExpect(status().is3xxRedirection());
        assertThat(calendars.current().ofCarrier(new CarrierId("kr.hanjin")).isOpen(day, true))
                .isFalse();
        long id = calendars.upcoming(new MallId(1)).stream()
                .filter(each -> each.day().equals(day))
                .findFirst()
                .orElseThrow()
                .id();
        mvc.perform(post("/console/windows/calendar/" + id + "/withdrawal")
                        .with(csrf())
                        .with(As.staff(jdbc, Role.ADMIN)))
                .andExpect(status().is3xxRedirection());
        assertThat(calendars.current().ofCarrier(new CarrierId("kr.hanjin")).isOpen(day, true))
                .isTrue();
        mvc.perform(post("/console/windows/calendar/" + id + "/return")
                        .with(csrf())
                        .with(As.staff(jdbc, Role.ADMIN)))
                .andExpect(status().is3xxRedirection());
        assertThat(calendars.current().ofCarrier(new CarrierId("kr.hanjin")).isOpen(day, true))
                .isFalse();
    }

    @Test
    void A18_a_lead_declares_only_days_of_the_own_mall() throws Exception {
        LocalDate day = Seoul.dateOf(clock.instant()).plusDays(300);
        mvc.perform(post("/console/windows/calendar")
                        .param("day", day.toString())
                        .param("scope", "NATION")
                        .param("name", "임시공휴일")
                        .param("reason", "공지")
                        .with(csrf())
                        .with(As.staff(jdbc, Role.LEAD)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/console/windows/calendar?day=어제&name=x&reason=y").with(As.staff(jdbc, Role.LEAD)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("날짜를 읽을 수 없어요")));
    }
}
