package kr.dochak.promise.learning.features;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import kr.dochak.promise.learning.LearningSettings;
import kr.dochak.promise.learning.ShownEnds;
import kr.dochak.promise.learning.features.Consignment.Goods;
import kr.dochak.promise.learning.features.Consignment.Terms;
import org.jspecify.annotations.Nullable;

/** A small made-up trade between four provinces, the same in every run. */
public final class SyntheticTrade {

    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(97);

    /** An order with what becomes of it. */
    public record Past(Consignment consignment, Instant handedOverAt, Instant deliveredAt) {

        Past deliveredLater(Duration by) {
            return new Past(consignment, handedOverAt, deliveredAt.plus(by));
        }

        Past handedOverLater(Duration by) {
            return new Past(consignment, handedOverAt.plus(by), deliveredAt.plus(by));
        }
    }

    public enum News {
        ORDERED,
        HANDED_OVER,
        DELIVERED
    }

    public record Event(Instant at, News news, Past past) {}

    private SyntheticTrade() {}

    public static LearningSettings settings() {
        return new LearningSettings(
                ZoneOffset.UTC,
                day -> day.getDayOfWeek().getValue() == 7,
                OpenTime.ALWAYS,
                ShownEnds.AS_SAID,
                () -> 120,
                400,
                .5,
                30);
    }

    public static List<Past> orders(int count) {
        Random random = new Random(11);
        List<Past> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(order(i, random));
        }
        return orders;
    }

    private static Past order(int number, Random random) {
        Instant at = START.plus(STEP.multipliedBy(number));
        int seller = random.nextInt(6);
        int from = seller % 3;
        int to = random.nextInt(4);
        double handling = (.2 + seller * .3) * Math.exp(.5 * random.nextGaussian());
        double transit = (1 + Math.abs(from - to)) * Math.exp(.4 * random.nextGaussian());
        Consignment consignment = new Consignment(
                "order-" + number,
                "seller-" + seller,
                place(from, seller),
                place(to, random.nextInt(5)),
                new Goods("c" + random.nextInt(3), "p" + random.nextInt(20), 1, 1, random.nextInt(1, 20), 3),
                new Terms(
                        at.minusSeconds(600),
                        100 + random.nextInt(900),
                        10 + to,
                        "card",
                        at.plus(Duration.ofDays(3)),
                        at.plus(Duration.ofDays(8))),
                at);
        Instant handedOver = at.plusSeconds((long) (handling * 86_400));
        return new Past(consignment, handedOver, handedOver.plusSeconds((long) (transit * 86_400)));
    }

    private static Place place(int province, int district) {
        String name = "P" + province;
        return new Place(
                List.of(name, name + "-0", name + "-0-" + district, name + "-0-" + district + "-7"),
                35 + province + district * .1,
                127 + district * .1);
    }

    public static List<Event> events(List<Past> orders) {
        List<Event> events = new ArrayList<>();
        for (Past past : orders) {
            events.add(new Event(past.consignment.knownAt(), News.ORDERED, past));
            events.add(new Event(past.handedOverAt, News.HANDED_OVER, past));
            events.add(new Event(past.deliveredAt, News.DELIVERED, past));
        }
        events.sort(Comparator.comparing(Event::at).thenComparing(Event::news));
        return events;
    }

    /** What was said, when, of which order, at which news. */
    public record Said<T>(
            String id, News news, Instant at, @Nullable T what) {}
}
