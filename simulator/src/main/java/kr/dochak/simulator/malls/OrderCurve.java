package kr.dochak.simulator.malls;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import kr.dochak.simulator.korea.Dice;

/** When Koreans shop: little before dawn, a hill before noon, the peak at nine in the evening. */
final class OrderCurve {

    private static final List<Integer> BY_HOUR =
            List.of(22, 12, 7, 4, 3, 4, 9, 18, 34, 50, 62, 64, 56, 54, 56, 54, 52, 50, 48, 52, 66, 78, 70, 44);
    private static final List<Integer> HOURS = IntStream.range(0, 24).boxed().toList();

    private OrderCurve() {}

    /** The moments of one day's orders, earliest first. */
    static List<LocalDateTime> moments(LocalDate day, int perDay, Dice dice) {
        int howMany = (int) Math.round(perDay * share(day.getDayOfWeek()) * (0.93 + 0.14 * dice.fraction()));
        return IntStream.range(0, howMany)
                .mapToObj(n -> moment(day, dice))
                .sorted()
                .toList();
    }

    private static LocalDateTime moment(LocalDate day, Dice dice) {
        int hour = dice.weighted(HOURS, BY_HOUR::get);
        return day.atTime(hour, dice.between(0, 59), dice.between(0, 59));
    }

    private static double share(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 1.15;
            case SUNDAY -> 1.05;
            case FRIDAY, SATURDAY -> 0.9;
            default -> 1.0;
        };
    }
}
