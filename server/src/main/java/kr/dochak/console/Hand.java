package kr.dochak.console;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.promise.Situation;
import kr.dochak.tracking.carriers.health.CarrierAlarm;

/** One thing that needs hands (INS-1): delays with one cause, or something outside that keeps news from us. */
public sealed interface Hand {

    /** At most so many of the lines are about what is outside: delays must not be pushed out. */
    int MOST_OUTSIDE = 3;

    Instant since();

    /** What it is ranked by: promises, parcels, or how often something came. */
    long weight();

    /** Promises that will not hold. */
    record Delays(Situation situation) implements Hand {

        @Override
        public Instant since() {
            return situation.since();
        }

        @Override
        public long weight() {
            return situation.promises();
        }
    }

    /** A carrier that is down, or says what nobody understands. */
    record Outside(CarrierAlarm alarm) implements Hand {

        @Override
        public Instant since() {
            return alarm.since();
        }

        @Override
        public long weight() {
            return alarm.weight();
        }
    }

    /** The heaviest first, then the oldest; alarms keep their places however many delays there are. */
    static List<Hand> ranked(List<Situation> situations, List<CarrierAlarm> alarms, int most) {
        Comparator<Hand> order =
                Comparator.comparingLong(Hand::weight).reversed().thenComparing(Hand::since);
        List<Hand> outside = alarms.stream()
                .map(alarm -> (Hand) new Outside(alarm))
                .sorted(order)
                .limit(MOST_OUTSIDE)
                .toList();
        Stream<Hand> delays = situations.stream().map(Delays::new);
        return Stream.concat(delays.sorted(order).limit(most - outside.size()), outside.stream())
                .sorted(order)
                .toList();
    }
}
