package kr.dochak.tracking.carriers.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.As;
import kr.dochak.Http;
import kr.dochak.Parcels;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.Heartbeat;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.Recorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** TRK-5: what was answered can be read again, and the integration page says how everybody is doing. */
@Tag("slow")
@ProductTest
class LookingBackTests {

    private static final FakeCarriers carriers = new FakeCarriers();
    private static long next = 62_000_000_000L;

    @Autowired
    private Tracking tracking;

    @Autowired
    private Heartbeat heartbeat;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @Autowired
    private WebApplicationContext context;

    private String number;
    private ShipmentId shipment;

    @DynamicPropertySource
    static void routes(DynamicPropertyRegistry settings) {
        settings.add("dochak.carriers.cj.on", () -> true);
        settings.add("dochak.carriers.cj.url", () -> carriers.url("cj"));
        settings.add("dochak.carriers.before-retry", () -> "1ms");
    }

    @BeforeEach
    void a_shipment_with_a_code_nobody_knew() {
        clock.advanceTo(Instant.parse("2026-11-24T07:00:00Z"));
        number = "" + (++next) + "0";
        shipment = new ShipmentId((Parcels.registered(
                                tracking,
                                List.of(new RegisterShipment(
                                        new MallId(1),
                                        new CarrierId("kr.cjlogistics"),
                                        new TrackingNumber(number),
                                        List.of(),
                                        Instant.parse("2026-11-23T08:00:00Z"))))
                        .getFirst())
                .value());
        carriers.says("cj", number, Recorded.CJ.replace("\"crgSt\":\"91\"", "\"crgSt\":\"57\""));
        after(Duration.ofMinutes(31));
        assertThat(status()).isEqualTo("OUT_FOR_DELIVERY");
    }

    private void after(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        heartbeat.runDue(clock.instant());
    }

    private String status() {
        return tracking.states(List.of(shipment)).get(shipment).status().name();
    }

    private Http.Answer replay(boolean apply) {
        return new Http(environment, TestKeys.ADMIN)
                .post(
                        "/internal/raw-answers/replays?from=2026-11-24T00:00:00Z&to=2026-11-30T00:00:00Z&apply="
                                + apply,
                        "");
    }

    @Test
    void TRK_5_a_code_learnt_later_is_found_in_kept_answers_and_taken_in_only_when_told_to() {
        // the table learns the code: told here by the answer, since a test cannot release a file
        jdbc.sql("update tracking.raw_answer set body = replace(body, :old, :new) where tracking_number = :number")
                .param("old", "\"57\"")
                .param("new", "\"91\"")
                .param("number", number)
                .update();

        var looked = replay(false).body();
        var decision = looked.path("decisions")
                .valueStream()
                .filter(each -> each.path("trackingNumber").asString("").equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(decision.path("before").asString("")).isEqualTo("OUT_FOR_DELIVERY");
        assertThat(decision.path("after").asString("")).isEqualTo("DELIVERED");
        assertThat(looked.path("taken").asInt(-1)).isZero();
        assertThat(status()).isEqualTo("OUT_FOR_DELIVERY");

        assertThat(replay(true).body().path("taken").asInt(0)).isPositive();
        assertThat(status()).isEqualTo("DELIVERED");
        assertThat(replay(true).body().path("taken").asInt(-1))
                .as("again: nothing")
                .isZero();
    }

    @Test
    void a_period_too_long_or_missing_is_refused_with_what_to_do() {
        Http admin = new Http(environment, TestKeys.ADMIN);
        assertThat(admin.post("/internal/raw-answers/replays", "").status()).isEqualTo(422);
        assertThat(admin.post("/internal/raw-answers/replays?from=2026-11-01T00:00:00Z&to=2026-11-30T00:00:00Z", "")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void TRK_5_the_page_shows_who_answers_who_does_not_and_what_nobody_understands() throws Exception {
        assertThat(page()).contains("CJ대한통운", "정상", "57", "배송완료 되었습니다").doesNotContain("홍길동", "CJ대한통운에서 답을 받지 못했어요");

        carriers.down("cj", 403);
        after(Duration.ofHours(7));
        assertThat(page()).contains("차단", "http-403");
        carriers.down("cj", 0);
        after(Duration.ofHours(1));
    }

    private String page() throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(get("/console/integrations").with(As.staff(jdbc, StaffMember.Role.OPERATOR)))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
