package kr.dochak.promise.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import kr.dochak.ProductTest;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.making.PromiseMaking;
import kr.dochak.promise.windows.DeparturePlan.Lead;
import kr.dochak.promise.windows.DeparturePlan.Moment;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Seoul;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** PRM-5: when parcels of a mall are ready and taken is learned from those that were delivered. */
@ProductTest
class DepartureLearningTests {

    private static final Instant DAY = Instant.parse("2012-03-05T03:00:00Z");
    private static final Cutoff CUTOFF = new Cutoff(LocalTime.of(14, 0), LocalTime.of(18, 0), DispatchDays.USUAL);

    @Autowired
    DepartureRepository departures;

    @Autowired
    PromiseMaking making;

    @Autowired
    Tracking tracking;

    @Autowired
    World world;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Transactional // undone: what is learned of all malls would hold for every other test
    void PRM_5_a_mall_has_its_own_clocks_and_one_with_few_parcels_those_of_all() {
        departed(new MallId(801), 100, Duration.ofHours(1));
        departed(new MallId(802), 19, Duration.ofHours(9));
        learn();
        DepartureTable table = departures.table();
        DepartureTable.Key own = new DepartureTable.Key(new MallId(801), Lead.WAITS, Moment.HANDOVER);
        assertThat(table.rows().get(own))
                .isEqualTo(new DepartureTable.Row(
                        100, Duration.ofMinutes(69), Duration.ofMinutes(109), Duration.ofMinutes(149)));
        assertThat(table.rows())
                .doesNotContainKey(new DepartureTable.Key(new MallId(802), Lead.WAITS, Moment.HANDOVER));
        assertThat(expected(new MallId(802)).handover().basis().inEnglish()).isEqualTo("all malls, 119 parcels");
        assertThat(expected(new MallId(801)).handover().basis().inEnglish()).isEqualTo("mall, 100 parcels");
        assertThat(expected(new MallId(801)).handover().p50())
                .isBefore(expected(new MallId(802)).handover().p50());
    }

    /**
     * Two months of a mall that is taken from a quarter before six to eight, on some days late; then a month that nobody
     * learned from.
     */
    @Test
    @Transactional
    void PRM_1_eight_of_ten_later_parcels_lie_between_the_ends() {
        Random dice = new Random(20_261_122);
        departures.remember(
                IntStream.range(0, 600).mapToObj(n -> likeReal(dice)).toList());
        learn();
        Departure told = expected(new MallId(803));
        List<Departed> later =
                IntStream.range(0, 4_000).mapToObj(n -> likeReal(dice)).toList();
        DeparturePlan plan = plan();
        assertThat(covered(told.handover(), later, plan.from(Moment.HANDOVER), Moment.HANDOVER))
                .isCloseTo(.8, within(.04));
        assertThat(covered(told.ready(), later, plan.from(Moment.READY), Moment.READY))
                .isCloseTo(.8, within(.04));
    }

    @Test
    void PRM_5_a_delivered_parcel_tells_when_it_was_ready_and_taken() {
        LocalDate today = Seoul.dateOf(clock.instant());
        Instant ordered = Seoul.instant(today.minusDays(9), LocalTime.of(16, 0));
        Instant planned = CUTOFF.handover(ordered, Rules.CJ);
        OrderId order = new OrderId(7_800_001);
        making.make(List.of(new PlacedOrder(
                order,
                new MallId(1),
                "D-1",
                new PersonId(order.value()),
                order.value(),
                ordered,
                "인천",
                "서울",
                new CarrierId("kr.cjlogistics"),
                20_000,
                1,
                null)));
        List<CarriedOrder> carried = List.of(new CarriedOrder(order, List.of()));
        Instant registered = planned.minus(Duration.ofHours(7));
        tracking.register(List.of(new RegisterShipment(
                new MallId(1),
                new CarrierId("kr.cjlogistics"),
                new TrackingNumber("590078000012"),
                carried,
                registered)));
        world.settle();
        scan(ShipmentStatus.PICKED_UP, planned.plus(Duration.ofMinutes(41)));
        scan(ShipmentStatus.DELIVERED, clock.instant());
        assertThat(jdbc.sql("select * from promise.departure where tenant_id = 1 and handover_seconds = 41 * 60")
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("lead", "WAITS").containsEntry("ready_seconds", -7 * 3_600L));
    }

    private void scan(ShipmentStatus status, Instant at) {
        tracking.submit(List.of(new Scan(
                        0,
                        new CarrierId("kr.cjlogistics"),
                        new TrackingNumber("590078000012"),
                        status,
                        null,
                        at,
                        "인천센터",
                        "",
                        null)))
                .join();
        world.settle();
    }

    private void departed(MallId mall, int parcels, Duration from) {
        departures.remember(IntStream.range(0, parcels)
                .mapToObj(n -> new Departed(
                        mall, Lead.WAITS, from.minusHours(8), from.plusMinutes(n % 100), null, DAY.plusSeconds(n)))
                .toList());
    }

    private static Departed likeReal(Random dice) {
        long minutes = -15 + dice.nextInt(135) + (dice.nextInt(10) == 0 ? 240 + dice.nextInt(900) : 0);
        Duration ready = Duration.ofMinutes(-540 + Math.round(60 * dice.nextGaussian()));
        return new Departed(
                new MallId(803),
                Lead.WAITS,
                ready,
                Duration.ofMinutes(minutes),
                null,
                DAY.plusSeconds(dice.nextInt(9_000)));
    }

    private static double covered(Window told, List<Departed> later, Instant from, Moment moment) {
        List<Instant> real = new ArrayList<>();
        later.forEach(each -> real.add(Rules.ALWAYS.shifted(
                from, moment == Moment.READY ? each.ready() : Objects.requireNonNull(each.handover()))));
        long inside = real.stream()
                .filter(at -> !at.isBefore(told.p10()) && !at.isAfter(told.p90()))
                .count();
        return inside / (double) real.size();
    }

    private void learn() {
        departures.learn(DAY.minus(Duration.ofDays(1)), DAY.plus(Duration.ofDays(1)));
    }

    private Departure expected(MallId mall) {
        return departures.table().expected(mall, plan(), Rules.CJ);
    }

    private static DeparturePlan plan() {
        return DeparturePlan.of(Rules.at("월 16:00"), CUTOFF, Rules.CJ);
    }
}
