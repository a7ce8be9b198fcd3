package kr.dochak.promise.windows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.shared.Moments;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.TimeWindow;

/**
 * By which day a parcel comes, and how likely (PRM-1, PRM-3): {@code 내일 71 %, 모레 96 %}. Parcels come with tours, so between
 * two days nothing comes, and only the days can be chosen among.
 *
 * @param days the days on which the carrier delivers, beginning with the first on which it may come
 */
public record DayChances(List<DayChance> days) {

    /** What is less likely is no choice. */
    private static final double LEAST = .05;

    /** What is so likely needs no later day. */
    private static final double ENOUGH = .99;

    /** Nothing is certain. */
    private static final double MOST = .995;

    private static final int MOST_DAYS = 400;

    /** With whom and where a parcel travels. */
    public record Way(String carrier, String origin, String destination) {}

    public DayChances {
        days = List.copyOf(days);
    }

    /**
     * @param earliest the first day on which it can come at all, such as that of its hand-over
     * @param counted what came of former windows; {@link ArrivalTable#EMPTY} where the window alone is to speak
     */
    public static DayChances of(
            Window window, Way way, CarrierCalendar calendar, ArrivalTable counted, LocalDate earliest) {
        LocalDate middle = openFrom(Seoul.dateOf(window.p50()), calendar);
        ArrivalTable table = calendar.hasTours() ? counted : ArrivalTable.EMPTY;
        int spread = openDays(middle, Seoul.dateOf(window.p90()), calendar);
        List<DayChance> days = new ArrayList<>();
        LocalDate day = first(middle, window, calendar);
        int offset = -openDays(day, middle, calendar);
        double chance = 0;
        for (int i = 0; i < MOST_DAYS && chance < MOST; i++) {
            double byLines = byLines(window, Seoul.endOf(day));
            double here = table.by(way.carrier(), way.origin(), way.destination(), spread, offset, byLines);
            if (!day.isBefore(earliest)) {
                chance = Math.clamp(here, chance, MOST);
                days.add(new DayChance(day, chance));
            }
            day = calendar.nextOpen(day);
            offset++;
        }
        return new DayChances(days);
    }

    /** The first delivery day that is looked at: two before the middle's, or that of the early end. */
    private static LocalDate first(LocalDate middle, Window window, CarrierCalendar calendar) {
        LocalDate day = middle;
        for (int i = 0; i > ArrivalTable.EARLIEST; i--) {
            day = calendar.lastOpen(day.minusDays(1));
        }
        LocalDate early = openFrom(Seoul.dateOf(window.p10()), calendar);
        return early.isBefore(day) ? early : day;
    }

    /** How many delivery days lie after the first until the second; none when it is not later. */
    public static int openDays(LocalDate from, LocalDate to, CarrierCalendar calendar) {
        int open = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            open += calendar.isOpen(day) ? 1 : 0;
        }
        return open;
    }

    /** The day itself when the carrier delivers then, else the next one. */
    public static LocalDate openFrom(LocalDate day, CarrierCalendar calendar) {
        return calendar.isOpen(day) ? day : calendar.nextOpen(day);
    }

    /** On the lines through the three quantiles, also beyond them: nothing more is known of the first and the last tenth. */
    static double byLines(Window window, Instant moment) {
        double chance = moment.isBefore(window.p50())
                ? .5 - .4 * ratio(moment, window.p50(), window.p10(), window.p50())
                : .5 + .4 * ratio(window.p50(), moment, window.p50(), window.p90());
        return Math.clamp(chance, 0, MOST);
    }

    /** One span of time in units of another; without length the other is over at once. */
    private static double ratio(Instant from, Instant to, Instant unitFrom, Instant unitTo) {
        double unit = Duration.between(unitFrom, unitTo).toMillis();
        return Duration.between(from, to).toMillis() / Math.max(unit, 1);
    }

    /** The first day by whose end it comes at least so likely: what a mall that wants to be so sure promises. */
    public LocalDate promised(int quantile) {
        return days.stream()
                .filter(each -> each.chance() * 100 >= quantile - 1e-9)
                .findFirst()
                .orElseGet(days::getLast)
                .day();
    }

    /** The promise as it is shown: from the earliest expected arrival until the end of the promised day. */
    public TimeWindow promise(Window window, int quantile) {
        LocalDate day = promised(quantile);
        return new TimeWindow(Moments.earlier(window.p10(), Seoul.endOf(day)), Seoul.endOf(day));
    }

    /** The chance of having come by the end of a day; none before the first. */
    public double by(LocalDate day) {
        return days.stream()
                .takeWhile(each -> !each.day().isAfter(day))
                .reduce((first, last) -> last)
                .map(DayChance::chance)
                .orElse(0d);
    }

    /** The days among which it is worth choosing: from the first that is not unlikely to the first that is as good as sure. */
    public List<DayChance> choices() {
        List<DayChance> choices = new ArrayList<>();
        for (DayChance each : days) {
            if (each.chance() >= LEAST) {
                choices.add(each);
            }
            if (each.chance() >= ENOUGH) {
                break;
            }
        }
        return choices;
    }
}
