package kr.dochak.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.simulator.carriers.Hub;
import kr.dochak.simulator.korea.KoreanTime;
import kr.dochak.simulator.malls.ByHand;
import kr.dochak.simulator.malls.Mall;
import kr.dochak.simulator.malls.OrderBook;
import kr.dochak.simulator.wire.Call;
import kr.dochak.simulator.wire.Json;
import org.junit.jupiter.api.Test;

class WorldTests {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 23, 6, 0);

    private final List<Call> told = new ArrayList<>();

    private World world(long seed) {
        return new World(OrderBook.of(seed, 120), MONDAY, (sender, call) -> told.add(call));
    }

    private List<String> fiveDays(long seed, int minutesAtOnce) {
        told.clear();
        World world = world(seed);
        for (int minutes = 0; minutes <= 5 * 24 * 60; minutes += minutesAtOnce) {
            world.runUntil(MONDAY.plusMinutes(minutes));
        }
        return told.stream()
                .map(call -> call.kind() + call.path() + Json.write(call.body()))
                .toList();
    }

    @Test
    void the_same_seed_tells_the_same_story_at_any_pace() {
        List<String> first = fiveDays(7, 3);
        assertThat(first).hasSizeGreaterThan(4_000);
        assertThat(fiveDays(7, 60)).isEqualTo(first);
        assertThat(fiveDays(8, 60)).isNotEqualTo(first);
    }

    @Test
    void a_young_mall_sells_less_until_it_is_grown() {
        LocalDate grown = MONDAY.toLocalDate().plusDays(3);
        OrderBook ever = OrderBook.of(7, 120);
        OrderBook young = ever.quietUntil(grown);
        assertThat(young.orders(Mall.RAINBOW, grown)).hasSameSizeAs(ever.orders(Mall.RAINBOW, grown));
        assertThat(young.orders(Mall.RAINBOW, grown.minusDays(1)))
                .hasSizeLessThan(ever.orders(Mall.RAINBOW, grown.minusDays(1)).size() * 2 / 3);
    }

    @Test
    void most_parcels_arrive_and_some_have_trouble() {
        List<String> story = fiveDays(7, 60);
        assertThat(story.stream().filter(line -> line.contains("\"DELIVERED\"")).count())
                .isGreaterThan(300);
        for (String rare : List.of("RECIPIENT_ABSENT", "LINE_HAUL_DELAY", "CANCELLATION", "(변경)", "\"timed\":true")) {
            assertThat(story).anyMatch(line -> line.contains(rare));
        }
    }

    @Test
    void no_scan_is_told_before_it_happened() {
        World world = world(7);
        for (int minutes = 0; minutes <= 3 * 24 * 60; minutes++) {
            LocalDateTime now = MONDAY.plusMinutes(minutes);
            told.clear();
            world.runUntil(now);
            assertThat(told)
                    .filteredOn(call -> call.kind() == Call.Kind.SCAN)
                    .allMatch(call -> !occurredAt(call).isAfter(now));
        }
    }

    private static LocalDateTime occurredAt(Call call) {
        return KoreanTime.parse(String.valueOf(((Map<?, ?>) call.body()).get("occurredAt")));
    }

    @Test
    void a_held_order_moves_only_by_hand() {
        World world = world(7);
        world.pauseOrders(true);
        Job job = world.place(Mall.RAINBOW, nobody(), true, true);
        world.runUntil(MONDAY.plusDays(3));
        assertThat(job.parcels().getFirst().scans()).isEmpty();
        world.shipNow(job.order().orderNo());
        Optional<Call> first = world.advance(job);
        Optional<Call> second = world.advance(job);
        assertThat(Json.write(first.orElseThrow().body())).contains("INFO_RECEIVED");
        assertThat(Json.write(second.orElseThrow().body())).contains("PICKED_UP");
        assertThat(job.parcels().getFirst().scans()).hasSize(2);
    }

    @Test
    void a_jam_holds_every_parcel_in_the_hub_and_the_scan_says_why() {
        World world = world(7);
        world.pauseOrders(true);
        Job job = world.place(Mall.RAINBOW, nobody(), true, false);
        world.runUntil(MONDAY.withHour(23).withMinute(30));
        for (Hub hub : Hub.values()) {
            world.jam(hub, 12);
        }
        world.runUntil(MONDAY.plusDays(1).withHour(11).withMinute(0));
        assertThat(job.parcels().getFirst().scans()).hasSize(4);
        world.runUntil(MONDAY.plusDays(1).withHour(18));
        assertThat(job.parcels().getFirst().scans()).anyMatch(scan -> "HUB_BACKLOG".equals(scan.reason()));
    }

    private static ByHand nobody() {
        return new ByHand(null, null, null, null, null, null);
    }
}
