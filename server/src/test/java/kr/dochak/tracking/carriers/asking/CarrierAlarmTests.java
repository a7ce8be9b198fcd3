package kr.dochak.tracking.carriers.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasToString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.time.Heartbeat;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.health.CarrierAlarm.Down;
import kr.dochak.tracking.carriers.health.CarrierAlarm.Unknown;
import kr.dochak.tracking.carriers.health.Integrations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** TRK-3, TRK-5: what a carrier says that nobody understands, and a carrier that says nothing, are on the board. */
@ProductTest
class CarrierAlarmTests {

    private static final FakeCarriers carriers = new FakeCarriers();
    private static long next = 63_000_000_000L;

    @Autowired
    private Tracking tracking;

    @Autowired
    private Integrations integrations;

    @Autowired
    private Heartbeat heartbeat;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WebApplicationContext context;

    private MockMvc mvc;

    @DynamicPropertySource
    static void routes(DynamicPropertyRegistry settings) {
        settings.add("dochak.carriers.lotte.on", () -> true);
        settings.add("dochak.carriers.lotte.url", () -> carriers.url("lotte"));
        settings.add("dochak.carriers.lotte.per-minute", () -> 200);
        settings.add("dochak.carriers.before-retry", () -> "1ms");
    }

    @BeforeEach
    void a_morning() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        Instant morning = Instant.parse("2026-11-24T07:00:00Z");
        clock.advanceTo(clock.instant().isBefore(morning) ? morning : clock.instant());
    }

    @AfterEach
    void nobody_else_is_bothered() {
        carriers.down("lotte", 0);
        jdbc.sql("delete from tracking.unknown_code where carrier = 'kr.lotte'").update();
        jdbc.sql("delete from tracking.watch where carrier = 'kr.lotte'").update();
        jdbc.sql("delete from tracking.route_alarm where source = 'lotte'").update();
        jdbc.sql("delete from tracking.heard where carrier = 'kr.lotte'").update();
        jdbc.sql("delete from tracking.carrier_outage where carrier = 'kr.lotte'")
                .update();
    }

    private void after(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        heartbeat.runDue(clock.instant());
    }

    private String shipment() {
        String number = "" + (++next) + "0";
        tracking.register(List.of(new RegisterShipment(
                new MallId(1),
                new CarrierId("kr.lotte"),
                new TrackingNumber(number),
                List.of(),
                clock.instant().minus(Duration.ofHours(20)))));
        return number;
    }

    /** One scan of an hour ago with this code. */
    private void says(String number, String code, String text) {
        carriers.says("lotte", number, """
                {"errorCd":"","result":"","tracking":[{"GODS_STAT_CD":"%s","GODS_STAT_NM":"%s","BRNSHP_NM":"진천",
                 "SCAN_YMD":"20261124","SCAN_TME":"093000","EMP_NM":"홍길동"}]}""".formatted(code, text));
    }

    private Optional<Unknown> unknown() {
        return unknown(1);
    }

    private Optional<Unknown> unknown(long mall) {
        return integrations.alarms(new MallId(mall)).stream()
                .filter(Unknown.class::isInstance)
                .map(Unknown.class::cast)
                .filter(alarm -> alarm.carrier().value().equals("kr.lotte"))
                .findFirst();
    }

    private Optional<Down> down() {
        return integrations.alarms(new MallId(1)).stream()
                .filter(Down.class::isInstance)
                .map(Down.class::cast)
                .filter(alarm -> alarm.source().equals("lotte"))
                .findFirst();
    }

    /** With so many that its line is among the first, whatever other tests left. */
    private void oftenEnough() {
        jdbc.sql("update tracking.unknown_code set times = 4000 where carrier = 'kr.lotte'")
                .update();
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).header("HX-Request", "true").with(As.staff(jdbc, Role.OPERATOR)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private long code() {
        return jdbc.sql("select max(id) from tracking.unknown_code where carrier = 'kr.lotte'")
                .query(Long.class)
                .single();
    }

    @Test
    void TRK_3_an_unknown_code_is_on_the_board_until_somebody_has_seen_it_and_again_when_that_is_taken_back()
            throws Exception {
        says(shipment(), "77", "무인함 보관");
        after(Duration.ofMinutes(31));
        assertThat(unknown()).get().satisfies(alarm -> {
            assertThat(alarm.code()).isEqualTo("77");
            assertThat(alarm.text()).isEqualTo("무인함 보관");
            assertThat(alarm.since()).isEqualTo(clock.instant());
        });
        oftenEnough();
        assertThat(page("/console/board"))
                .contains("모르는 택배사 코드", "롯데택배 · “77 무인함 보관”", "4,000번", "/console/integrations#unknown")
                .doesNotContain("홍길동");
        assertThat(page("/console/board?lang=en")).contains("Unknown carrier code", "4,000 times");

        String path = "/console/integrations/unknown/" + code() + "/seen";
        mvc.perform(post(path).with(csrf()).with(As.staff(jdbc, Role.OPERATOR)))
                .andExpect(redirectedUrl("/console/integrations"))
                .andExpect(flash().attribute("flash", hasToString(containsString("상황판에서 내렸고"))));
        assertThat(unknown()).isEmpty();
        assertThat(page("/console/board")).doesNotContain("무인함 보관");
        assertThat(page("/console/integrations")).contains("무인함 보관", "다시 알리기");

        mvc.perform(delete(path).with(csrf()).with(As.staff(jdbc, Role.LEAD)))
                .andExpect(redirectedUrl("/console/integrations"));
        assertThat(unknown()).isPresent();
    }

    @Test
    void L7_what_one_mall_has_looked_at_still_alarms_the_other_and_only_itself_can_take_that_back() throws Exception {
        says(shipment(), "76", "환적 대기");
        after(Duration.ofMinutes(31));
        String path = "/console/integrations/unknown/" + code() + "/seen";

        mvc.perform(post(path).with(csrf()).with(As.hangang(jdbc, Role.OPERATOR)))
                .andExpect(flash().attribute("flash", hasToString(containsString("상황판에서 내렸고"))));
        assertThat(unknown(2)).isEmpty();
        assertThat(unknown(1)).as("the other mall has not looked").isPresent();

        mvc.perform(delete(path).with(csrf()).with(As.staff(jdbc, Role.OPERATOR)))
                .andExpect(redirectedUrl("/console/integrations"));
        assertThat(unknown(2)).as("taken back by the other mall").isEmpty();
    }

    @Test
    void TRK_3_a_parcel_that_is_asked_about_again_does_not_make_its_code_come_more_often() {
        String number = shipment();
        says(number, "78", "보관소 이동");
        after(Duration.ofMinutes(31));
        after(Duration.ofHours(7));
        after(Duration.ofHours(7));

        assertThat(carriers.times("lotte", number)).isGreaterThan(1);
        assertThat(unknown()).get().extracting(Unknown::times).isEqualTo(1L);
    }

    @Test
    void TRK_3_the_alarm_ends_when_a_table_knows_the_code() {
        says(shipment(), "79", "배달완료 예정");
        after(Duration.ofMinutes(31));
        assertThat(unknown()).isPresent();

        // the table learns the code: told here by the row, since a test cannot release a file
        jdbc.sql("update tracking.unknown_code set code = '41' where carrier = 'kr.lotte'")
                .update();
        after(Duration.ofMinutes(2));

        assertThat(unknown()).isEmpty();
    }

    @Test
    void a_code_that_is_gone_meanwhile_is_said_so_and_nothing_breaks() throws Exception {
        mvc.perform(post("/console/integrations/unknown/999999/seen")
                        .with(csrf())
                        .with(As.staff(jdbc, Role.LEAD)))
                .andExpect(redirectedUrl("/console/integrations"))
                .andExpect(flash().attribute("flash", hasToString(containsString("이제 표에 있어요"))));
    }

    @Test
    void TRK_5_a_carrier_that_is_down_is_on_the_board_until_it_answers_again() throws Exception {
        for (int i = 0; i < 6; i++) {
            says(shipment(), "20", "간선하차");
        }
        carriers.down("lotte", 502);
        after(Duration.ofMinutes(31));
        after(Duration.ofMinutes(2));

        assertThat(down()).get().satisfies(alarm -> {
            assertThat(alarm.leftAlone()).isTrue();
            assertThat(alarm.waiting()).isEqualTo(6);
        });
        assertThat(page("/console/board")).contains("택배사 연결 끊김", "롯데택배", "답 없는 배송", "/console/integrations#routes");

        carriers.down("lotte", 0);
        after(Duration.ofMinutes(90));
        after(Duration.ofMinutes(90));
        assertThat(down()).isEmpty();
    }
}
