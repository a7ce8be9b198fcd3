package kr.dochak.promise.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.ProductTest;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import kr.dochak.time.DailyCount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PRM-2: what windows are worth is counted from what was shown, and watched. */
@ProductTest
class AccuracyTests {

    private static final AtomicLong TENANTS = new AtomicLong(9_100_000);
    private static final LocalDate DAY = LocalDate.of(2019, 3, 4);
    private static final LocalTime INSIDE = LocalTime.of(17, 0);
    private static final LocalTime EVENING = LocalTime.of(19, 0);
    private static final LocalTime LATE = LocalTime.of(22, 0);
    private static final LocalTime EARLY = LocalTime.of(9, 0);

    @Autowired
    private DayCounting counting;

    @Autowired
    private DriftWatch watch;

    @Autowired
    private AccuracyQuery query;

    @Autowired
    private WorstQuery worst;

    @Autowired
    private Accuracy accuracy;

    @Autowired
    private JdbcClient jdbc;

    private final long tenant = TENANTS.incrementAndGet();

    private void count(LocalDate day) {
        counting.count(day, day.plusDays(1));
    }

    private Coverage held(JudgedWindow stage, LocalDate day) {
        return query.weeks(new MallId(tenant), stage, day, day.plusDays(1)).stream()
                .map(WeekCoverage::held)
                .reduce(Coverage.NOTHING, Coverage::plus);
    }

    @Test
    void PRM_4_warnings_are_judged_by_what_came_and_by_how_early_they_were() {
        Deliveries deliveries = new Deliveries(jdbc, tenant);
        deliveries.come(DAY, "kr.hanjin", "서울", 5, INSIDE);
        deliveries.come(DAY.plusDays(1), "kr.hanjin", "서울", 4, INSIDE, Deliveries.LANE, false, "HUB_BACKLOG", "옥천HUB");
        Instant end = Seoul.endOf(DAY.plusDays(1));
        jdbc.sql("update promise.promise set state = 'MISSED' where tenant_id = :tenant and id in (select id from"
                        + " promise.promise where tenant_id = :tenant and delay_kind is not null order by id limit 3)")
                .param("tenant", tenant)
                .update();
        Warnings warnings =
                new WarningQuery(jdbc).of(new MallId(tenant), Seoul.instant(DAY, LocalTime.MIN), end.plusSeconds(1));
        assertThat(warnings.missed()).isEqualTo(3);
        assertThat(warnings.ahead())
                .containsExactly(
                        new Warnings.Ahead(24, 0, 0),
                        new Warnings.Ahead(12, 0, 0),
                        new Warnings.Ahead(6, 3, 1),
                        new Warnings.Ahead(0, 3, 1));
        assertThat(warnings.recall(warnings.ahead().get(2))).isEqualTo(1);
        assertThat(warnings.ahead().get(2).precision()).isEqualTo(.75);
    }

    @Test
    void PRM_2_a_delivery_is_judged_by_the_window_that_was_shown_at_that_time() {
        Deliveries deliveries = new Deliveries(jdbc, tenant);
        deliveries.come(DAY, "kr.hanjin", "서울", 6, INSIDE);
        deliveries.come(DAY, "kr.hanjin", "서울", 3, EVENING);
        deliveries.come(DAY, "kr.hanjin", "서울", 1, EARLY);
        count(DAY);
        Coverage ordered = held(JudgedWindow.ORDER, DAY);
        assertThat(ordered)
                .extracting(Coverage::judged, Coverage::inside, Coverage::early, Coverage::late)
                .containsExactly(10L, 9L, 1L, 0L);
        assertThat(ordered.width()).isEqualTo(Duration.ofHours(10));
        assertThat(ordered.error()).isEqualTo(Duration.ofMinutes((6 * 120 + 3 * 240 + 360) / 10));
        Coverage handedOver = held(JudgedWindow.HANDOVER, DAY);
        assertThat(handedOver)
                .extracting(Coverage::judged, Coverage::inside, Coverage::early, Coverage::late)
                .containsExactly(10L, 6L, 1L, 3L);
        assertThat(handedOver.width()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void PRM_2_a_day_counted_again_is_counted_once_with_what_was_told_late() {
        Deliveries deliveries = new Deliveries(jdbc, tenant);
        deliveries.come(DAY, "kr.hanjin", "서울", 4, INSIDE);
        count(DAY);
        count(DAY);
        assertThat(held(JudgedWindow.ORDER, DAY).judged()).isEqualTo(4);
        deliveries.come(DAY, "kr.hanjin", "서울", 2, LATE);
        count(DAY);
        assertThat(held(JudgedWindow.ORDER, DAY))
                .extracting(Coverage::judged, Coverage::late)
                .containsExactly(6L, 2L);
    }

    @Test
    void what_waited_for_a_slot_or_for_its_customer_says_nothing_about_windows() {
        Deliveries deliveries = new Deliveries(jdbc, tenant);
        deliveries.come(DAY, "kr.hanjin", "서울", 2, INSIDE);
        deliveries.come(DAY, "kr.hanjin", "서울", 5, LATE, new WindowBasis.CustomersDay(), false, null, "");
        deliveries.come(DAY, "kr.hanjin", "서울", 5, LATE, Deliveries.LANE, true, null, "");
        count(DAY);
        assertThat(held(JudgedWindow.ORDER, DAY).judged()).isEqualTo(2);
    }

    @Test
    void PRM_2_the_alarm_fires_when_a_carrier_becomes_slower_and_ends_when_it_recovers() {
        Deliveries deliveries = new Deliveries(jdbc, tenant);
        List<Integer> alarmed = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            LocalDate day = DAY.plusDays(n);
            int late = n >= 14 && n < 24 ? 20 : 7;
            deliveries.come(day, "kr.lotte", "부산", 40 - late, INSIDE);
            deliveries.come(day, "kr.lotte", "부산", late, LATE);
            count(day);
            watch.look(day, Instant.EPOCH);
            watch.look(day, Instant.EPOCH);
            if (accuracy.drifts(new MallId(tenant)).stream()
                    .anyMatch(drift -> drift.kind() == DriftRule.Kind.CARRIER && drift.stage() == JudgedWindow.ORDER)) {
                alarmed.add(n);
            }
        }
        assertThat(alarmed.getFirst()).isBetween(15, 20);
        assertThat(alarmed.getLast()).isBetween(24, 30);
        assertThat(alarmed).hasSize(alarmed.getLast() - alarmed.getFirst() + 1);
        assertThat(accuracy.drifts(new MallId(tenant))).isEmpty();
    }

    @Test
    void PRM_2_the_worst_groups_of_a_day_come_with_what_is_known_about_why() {
        Deliveries deliveries = new Deliveries(jdbc, tenant);
        for (int n = 1; n <= 10; n++) {
            deliveries.come(DAY.minusDays(n), "kr.logen", "대구", 10, INSIDE);
            count(DAY.minusDays(n));
        }
        deliveries.come(DAY, "kr.logen", "대구", 20, LATE, Deliveries.LANE, false, "HUB_BACKLOG", "옥천HUB");
        deliveries.come(DAY, "kr.logen", "대구", 20, INSIDE);
        deliveries.come(DAY, "kr.hanjin", "서울", 5, EARLY);
        deliveries.come(DAY, "kr.hanjin", "부산", 90, INSIDE);
        deliveries.come(DAY, "kr.hanjin", "부산", 10, LATE);
        count(DAY);
        List<WorstGroup> groups = worst.of(new MallId(tenant), DAY, 10);
        assertThat(groups)
                .extracting(WorstGroup::carrier, WorstGroup::destination, WorstGroup::crowded, WorstGroup::mostlyEarly)
                .containsExactly(
                        tuple(new CarrierId("kr.logen"), "대구", true, false),
                        tuple(new CarrierId("kr.hanjin"), "서울", false, true));
        assertThat(groups.getFirst().causes())
                .containsExactly(new WorstGroup.Evidence(DelayCause.HUB_BACKLOG, "옥천HUB", 20));
        assertThat(groups.getFirst().held().lost()).isEqualTo(12);
    }

    @Test
    void lanes_are_read_page_by_page_the_busiest_first_and_found_by_a_part_of_their_name() {
        Deliveries deliveries = new Deliveries(jdbc, tenant);
        List<String> areas = List.of("서울", "경기", "부산", "대구", "제주");
        for (int i = 0; i < areas.size(); i++) {
            deliveries.come(DAY, "kr.hanjin", areas.get(i), i < 2 ? 9 : 7 - i, INSIDE);
        }
        count(DAY);
        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            Keyset<LaneCoverage> page = lanes(null, cursor);
            page.items().forEach(lane -> read.add(lane.destination()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(read).containsExactly("경기", "서울", "부산", "대구", "제주");
        assertThat(lanes("→부", null).items())
                .extracting(LaneCoverage::destination)
                .containsExactly("부산");
    }

    private Keyset<LaneCoverage> lanes(@Nullable String search, @Nullable String cursor) {
        return query.lanes(new MallId(tenant), JudgedWindow.ORDER, null, search, DAY, DAY.plusDays(1), cursor, 2);
    }

    @Test
    void each_day_that_is_over_is_counted_and_the_last_three_again() {
        LocalDate today = Seoul.dateOf(Instant.parse("2031-05-10T03:00:00Z"));
        List<LocalDate> counted = new ArrayList<>();
        DailyCount days = new DailyCount(DayCounting.BACK, DayCounting.AGAIN, counting);
        for (var due = days.due(today); due.isPresent(); due = days.due(today)) {
            counting.count(due.get(), today);
            counted.add(due.get());
        }
        assertThat(counted).hasSize(90).isSorted().endsWith(today.minusDays(1));
        assertThat(days.due(today.plusDays(1))).contains(today.minusDays(2));
    }
}
