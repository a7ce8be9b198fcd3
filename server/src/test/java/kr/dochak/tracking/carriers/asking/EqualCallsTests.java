package kr.dochak.tracking.carriers.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * TRK-1: at an equal number of calls the planner finds changes sooner than asking everything at a fixed interval, which is
 * what the field does. A small Korea by seed; it is not made from the planner's own table.
 */
@Tag("slow")
class EqualCallsTests {

    private static final long SEED = 20261123;
    private static final int PARCELS_A_DAY = 100;
    private static final int DAYS = 6;
    private static final Duration STEP = Duration.ofMinutes(10);
    /** The carrier's limit: so often at most all of them could be asked. */
    private static final Duration MOST_OFTEN = Duration.ofMinutes(80);

    private static final Instant START = Seoul.instant(LocalDate.of(2026, 11, 23), LocalTime.MIDNIGHT);

    private record Event(ShipmentStatus status, Instant at) {}

    /** A parcel's life, and how far the asker has seen it. */
    private static final class Parcel {
        final ShipmentId id;
        final List<Event> life;
        Instant askedAt;
        /** The first is our own hand-over. */
        int seen = 1;

        Parcel(ShipmentId id, Instant registeredAt, List<Event> life) {
            this.id = new ShipmentId(id.value());
            this.askedAt = registeredAt;
            this.life = life;
        }

        boolean isOver() {
            return seen == life.size();
        }

        WatchedShipment watched() {
            Event last = life.get(seen - 1);
            return new WatchedShipment(
                    id,
                    new CarrierId("kr.cjlogistics"),
                    new TrackingNumber("" + id),
                    life.getFirst().at(),
                    last.status(),
                    last.at(),
                    askedAt,
                    askedAt,
                    0,
                    0,
                    0);
        }
    }

    private interface Asker {
        List<Parcel> choose(List<Parcel> open, int calls, Instant now);
    }

    private record Result(List<Double> hours, int calls) {

        double mean() {
            return hours.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }

        double at(double share) {
            List<Double> sorted = hours.stream().sorted().toList();
            return sorted.get((int) (share * (sorted.size() - 1)));
        }
    }

    @Test
    void TRK_1_the_planner_finds_changes_sooner_at_equal_calls() {
        Result planned = run(MOST_OFTEN, (open, most, now) -> {
            Set<ShipmentId> chosen = PollPlanner.choose(
                            open.stream()
                                    .map(Parcel::watched)
                                    .filter(each -> !PollPlanner.next(each, each.knownAt())
                                            .isAfter(now))
                                    .toList(),
                            most,
                            now)
                    .stream()
                    .map(WatchedShipment::shipmentId)
                    .collect(Collectors.toSet());
            return open.stream().filter(parcel -> chosen.contains(parcel.id)).toList();
        });
        Duration interval = Duration.ofHours(4);
        Result fixed = run(interval, EqualCallsTests::longestAgo);
        for (int i = 0; i < 3; i++) {
            interval = Duration.ofSeconds(interval.toSeconds() * fixed.calls() / planned.calls());
            fixed = run(interval, EqualCallsTests::longestAgo);
        }

        System.out.println(line("every " + interval.toMinutes() + " min", fixed) + "\n" + line("planner", planned));
        assertThat(planned.calls()).isCloseTo(fixed.calls(), withPercentage(1));
        assertThat(planned.mean()).isLessThan(0.93 * fixed.mean());
        assertThat(planned.at(0.5)).isLessThan(0.88 * fixed.at(0.5));
    }

    private static List<Parcel> longestAgo(List<Parcel> open, int calls, Instant now) {
        return open.stream()
                .sorted(Comparator.comparing((Parcel parcel) -> parcel.askedAt).thenComparing(parcel -> parcel.id))
                .limit(calls)
                .toList();
    }

    private static String line(String name, Result result) {
        return String.format(
                Locale.ROOT,
                "%-15s %,d calls, %,d events found after %.2f h on average, median %.2f h, 90 %% within %.2f h",
                name,
                result.calls(),
                result.hours().size(),
                result.mean(),
                result.at(0.5),
                result.at(0.9));
    }

    /** At most as many calls in each step as asking every open parcel at this interval takes. */
    private static Result run(Duration interval, Asker asker) {
        List<Parcel> all = trade(new Random(SEED));
        List<Double> hours = new ArrayList<>();
        int calls = 0;
        double allowed = 0;
        for (Instant now = START; now.isBefore(START.plus(Duration.ofDays(DAYS + 3))); now = now.plus(STEP)) {
            Instant moment = now;
            List<Parcel> open = all.stream()
                    .filter(parcel ->
                            !parcel.isOver() && !parcel.life.getFirst().at().isAfter(moment))
                    .toList();
            allowed += open.size() * (double) STEP.toSeconds() / interval.toSeconds();
            int budget = (int) allowed;
            allowed -= budget;
            for (Parcel parcel : asker.choose(open, budget, moment)) {
                calls++;
                parcel.askedAt = moment;
                while (!parcel.isOver() && !parcel.life.get(parcel.seen).at().isAfter(moment)) {
                    hours.add(Duration.between(parcel.life.get(parcel.seen).at(), moment)
                                    .toMinutes()
                            / 60.0);
                    parcel.seen++;
                }
            }
        }
        return new Result(hours, calls);
    }

    private static List<Parcel> trade(Random random) {
        List<Parcel> all = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < PARCELS_A_DAY; i++) {
                all.add(parcel(
                        new ShipmentId(all.size()), LocalDate.of(2026, 11, 23).plusDays(day), random));
            }
        }
        return all;
    }

    private static Parcel parcel(ShipmentId id, LocalDate day, Random random) {
        List<Event> life = new ArrayList<>();
        life.add(new Event(ShipmentStatus.INFO_RECEIVED, at(day, 10, 16, random)));
        LocalDate collected = random.nextInt(10) == 0 ? day.plusDays(1) : day;
        life.add(new Event(ShipmentStatus.PICKED_UP, at(collected, 16, 20, random)));
        int hubs = 2 + random.nextInt(3);
        LocalDate night = random.nextInt(8) == 0 ? collected.plusDays(1) : collected;
        List<Instant> moves = new ArrayList<>();
        for (int i = 0; i < hubs; i++) {
            moves.add(at(night, 21, 30, random));
        }
        moves.stream().sorted().forEach(at -> life.add(new Event(ShipmentStatus.IN_TRANSIT, at)));
        life.add(new Event(ShipmentStatus.OUT_FOR_DELIVERY, at(night.plusDays(1), 8, 11, random)));
        life.add(new Event(ShipmentStatus.DELIVERED, at(night.plusDays(1), 12, 21, random)));
        return new Parcel(id, life.getFirst().at(), life);
    }

    private static Instant at(LocalDate day, int fromHour, int toHour, Random random) {
        return Seoul.instant(day, LocalTime.MIDNIGHT)
                .plusSeconds(fromHour * 3_600L + random.nextInt((toHour - fromHour) * 3_600));
    }
}
