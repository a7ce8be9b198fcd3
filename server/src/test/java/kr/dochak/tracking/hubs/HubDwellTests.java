package kr.dochak.tracking.hubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Seoul;
import kr.dochak.time.DailyCount;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.hubs.HubDwell.Stay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** INS-1: how long parcels stay at hubs, counted from their scans there. */
@ProductTest
class HubDwellTests {

    private static final CarrierId CARRIER = new CarrierId("kr.hubtest");

    @Autowired
    HubCounting counting;

    @Autowired
    HubDwells dwells;

    @Autowired
    Tracking tracking;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest(name = "{0}–{1} min, usually {2}–{3}: {4}")
    @CsvSource({
        "180, 360, 180, 360, false",
        "270, 360, 180, 360, true",
        "269, 360, 180, 360, false",
        "180, 540, 180, 360, true",
        "30, 60, 15, 45, false",
        "45, 60, 15, 45, true",
        "60, 90, 180, 360, false"
    })
    void longer_than_usual_is_half_as_long_again_and_half_an_hour(
            long p50, long p90, long before, long end, boolean slow) {
        assertThat(new HubDwell(CARRIER, "옥천HUB", stay(p50, p90), stay(before, end)).isSlow())
                .isEqualTo(slow);
        assertThat(new HubDwell(CARRIER, "옥천HUB", stay(p50, p90), null).isSlow())
                .isFalse();
    }

    private static Stay stay(long p50, long p90) {
        return new Stay(99, Duration.ofMinutes(p50), Duration.ofMinutes(p90));
    }

    /** Thirty parcels that stayed from 10 to 300 minutes at a hub, and at their terminal until the van's first tour. */
    @Test
    void INS_1_a_stay_is_from_the_first_scan_at_a_place_to_the_one_it_left_with() {
        LocalDate today = Seoul.dateOf(clock.instant());
        Instant evening = Seoul.instant(today.minusDays(2), LocalTime.of(22, 0));
        Instant morning = Seoul.instant(today.minusDays(1), LocalTime.of(6, 0));
        List<RegisterShipment> parcels = new ArrayList<>();
        List<Scan> scans = new ArrayList<>();
        for (int n = 1; n <= 30; n++) {
            String number = "HUB1000" + (10 + n);
            parcels.add(new RegisterShipment(
                    new MallId(1), CARRIER, new TrackingNumber(number), List.of(), evening.minusSeconds(9_000)));
            scans.add(scan(number, ShipmentStatus.IN_TRANSIT, evening.plusSeconds(60L * 120), "옥천HUB"));
            scans.add(scan(number, ShipmentStatus.IN_TRANSIT, evening.plusSeconds(60L * (120 + 10 * n)), "옥천HUB"));
            scans.add(scan(number, ShipmentStatus.IN_TRANSIT, morning, "강남SUB"));
            scans.add(scan(number, ShipmentStatus.OUT_FOR_DELIVERY, morning.plusSeconds(7_200), "강남SUB"));
            scans.add(scan(number, ShipmentStatus.OUT_FOR_DELIVERY, morning.plusSeconds(43_200), "강남SUB"));
            scans.add(scan(number, ShipmentStatus.DELIVERED, morning.plusSeconds(50_000), "강남SUB"));
        }
        tracking.register(parcels);
        tracking.submit(scans).join();
        usual(today.minusDays(20), "옥천HUB", 4);
        counting.count(today.minusDays(1), today);
        counting.count(today.minusDays(1), today);
        counting.sum(today);
        assertThat(dwells.list(CARRIER, null, null, 9).items())
                .containsExactly(
                        new HubDwell(CARRIER, "강남SUB", new Stay(30, minutes(135), minutes(135)), null),
                        new HubDwell(
                                CARRIER,
                                "옥천HUB",
                                new Stay(30, minutes(165), minutes(285)),
                                new Stay(50, minutes(75), minutes(75))));
        assertThat(dwells.list(CARRIER, "hub", null, 9).items())
                .extracting(HubDwell::isSlow)
                .containsExactly(true);
    }

    @Test
    void hubs_are_listed_from_the_busiest_on_page_by_page() {
        LocalDate today = Seoul.dateOf(clock.instant());
        List<String> places = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            for (int n = 0; n < 7; n++) {
                usual(today.minusDays(2), "페이지HUB" + n, n + 1);
            }
            counting.sum(today);
            String after = null;
            do {
                Keyset<HubDwell> page = dwells.list(CARRIER, "페이지", after, 3);
                page.items().forEach(hub -> places.add(hub.place()));
                after = page.next();
            } while (after != null);
            status.setRollbackOnly();
        });
        assertThat(places).hasSize(7).isSorted();
        assertThatThrownBy(() -> dwells.list(null, null, "?", 3)).isInstanceOf(Problem.class);
    }

    @Test
    void a_day_is_counted_again_while_scans_of_it_may_come_and_then_left_alone() {
        transaction.executeWithoutResult(status -> {
            LocalDate today = LocalDate.of(2014, 3, 10);
            DailyCount days = new DailyCount(HubCounting.BACK, HubCounting.AGAIN, counting);
            days.due(today);
            for (int n = 35; n >= 1; n--) {
                assertThat(days.due(today)).contains(today.minusDays(n));
                counting.count(today.minusDays(n), today);
            }
            assertThat(days.due(today)).isEmpty();
            assertThat(days.due(today.plusDays(1))).contains(today.minusDays(1));
            status.setRollbackOnly();
        });
    }

    private void usual(LocalDate day, String place, int quarters) {
        jdbc.sql("""
                insert into tracking.hub_stay (day, carrier, place, quarters, parcels)
                values (:day, :carrier, :place, :quarters, 50)
                """)
                .param("day", Date.valueOf(day))
                .param("carrier", CARRIER.value())
                .param("place", place)
                .param("quarters", quarters)
                .update();
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Scan scan(String number, ShipmentStatus status, Instant at, String place) {
        return new Scan(0, CARRIER, new TrackingNumber(number), status, null, at, place, "", null);
    }
}
