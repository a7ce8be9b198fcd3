package kr.dochak.tracking.carriers.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.time.Heartbeat;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.health.CarrierAlarm.Down;
import kr.dochak.tracking.carriers.health.Integrations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A8, TRK-5: a carrier that knows nothing yet is asked on, and one that sends nothing any more is asked at once. */
@ProductTest
class QuietCarrierTests {

    private static final FakeCarriers carriers = new FakeCarriers();
    private static long next = 63_500_000_000L;

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

    @DynamicPropertySource
    static void routes(DynamicPropertyRegistry settings) {
        settings.add("dochak.carriers.lotte.on", () -> true);
        settings.add("dochak.carriers.lotte.url", () -> carriers.url("lotte"));
        settings.add("dochak.carriers.lotte.per-minute", () -> 200);
        settings.add("dochak.carriers.before-retry", () -> "1ms");
    }

    @BeforeEach
    void a_morning() {
        Instant morning = Instant.parse("2026-11-24T07:00:00Z");
        clock.advanceTo(clock.instant().isBefore(morning) ? morning : clock.instant());
    }

    @AfterEach
    void nobody_else_is_bothered() {
        for (String table : List.of("watch", "heard", "carrier_outage")) {
            jdbc.sql("delete from tracking." + table + " where carrier = 'kr.lotte'")
                    .update();
        }
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

    /** One scan of an hour ago. */
    private void says(String number) {
        carriers.says("lotte", number, """
                {"errorCd":"","result":"","tracking":[{"GODS_STAT_CD":"20","GODS_STAT_NM":"간선하차","BRNSHP_NM":"진천",
                 "SCAN_YMD":"20261124","SCAN_TME":"093000","EMP_NM":"홍길동"}]}""");
    }

    @Test
    void TRK_5_a_carrier_that_sends_nothing_any_more_has_its_parcels_asked_about_at_once_and_once() {
        String number = shipment();
        says(number);
        after(Duration.ofMinutes(31));
        long asked = carriers.times("lotte", number);
        Instant last = clock.instant().minus(Duration.ofHours(6)).truncatedTo(ChronoUnit.SECONDS);
        usuallySends(last);

        after(Duration.ofMinutes(1));
        after(Duration.ofMinutes(1));
        after(Duration.ofMinutes(1));
        assertThat(carriers.times("lotte", number)).isEqualTo(asked + 1);
        assertThat(tracking.silentSince(new CarrierId("kr.lotte"))).contains(last);
        assertThat(tracking.silentSince(new CarrierId("kr.hanjin"))).isEmpty();

        jdbc.sql("update tracking.heard set last_at = :now where carrier = 'kr.lotte'")
                .param("now", Sql.at(clock.instant()))
                .update();
        after(Duration.ofMinutes(2));
        assertThat(tracking.silentSince(new CarrierId("kr.lotte"))).isEmpty();
    }

    private void usuallySends(Instant last) {
        jdbc.sql("""
                insert into tracking.heard (carrier, hour, scans, last_at)
                select 'kr.lotte', hour, 100, least(hour + interval '59 minutes', :last::timestamptz)
                from generate_series(date_trunc('hour', :last::timestamptz) - interval '20 days',
                                     date_trunc('hour', :last::timestamptz), interval '1 hour') hour
                """).param("last", Sql.at(last)).update();
    }

    @Test
    void A8_a_carrier_that_knows_nothing_yet_of_many_new_parcels_is_not_left_alone() {
        for (int i = 0; i < 12; i++) {
            carriers.says("lotte", shipment(), """
                    {"errorCd":"","result":"","tracking":[]}""");
        }
        after(Duration.ofMinutes(31));
        after(Duration.ofMinutes(2));
        assertThat(integrations.alarms(new MallId(1)))
                .noneMatch(alarm -> alarm instanceof Down down && down.source().equals("lotte"));
        String number = shipment();
        says(number);
        after(Duration.ofMinutes(31));
        assertThat(carriers.times("lotte", number)).isPositive();
    }
}
