package kr.dochak.messaging;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.TimeWindow;

/**
 * Arrival times as a message says them. Always with the date, never "tomorrow": a message may be read days later.
 * A window is only ever widened to whole hours, so the words never promise more than the window does.
 */
final class ArrivalText {

    private static final Duration POINT = Duration.ofMinutes(120);

    private final boolean english;

    ArrivalText(String language) {
        this.english = language.equals("en");
    }

    String window(TimeWindow window) {
        ZonedDateTime from = Seoul.at(window.from());
        ZonedDateTime to = Seoul.at(window.to());
        boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
        if (fromStart(from) && untilEnd(to)) {
            return sameDay ? wholeDay(from.toLocalDate()) : days(from.toLocalDate(), to.toLocalDate());
        }
        if (Duration.between(from, to).compareTo(POINT) <= 0) {
            return around(window.from().plus(Duration.between(from, to).dividedBy(2)));
        }
        if (sameDay) {
            return date(from.toLocalDate()) + (english ? ", " : " ") + hours(from, ceil(to));
        }
        return Duration.between(from, to).toHours() >= 20
                ? days(from.toLocalDate(), to.toLocalDate())
                : edge(from.truncatedTo(ChronoUnit.HOURS)) + " – " + edge(ceil(to));
    }

    /** One guessed hour: {@code 6월 7일(금) 18시 전후}. */
    String around(Instant at) {
        ZonedDateTime hour = Seoul.at(at.plus(30, ChronoUnit.MINUTES)).truncatedTo(ChronoUnit.HOURS);
        return date(hour.toLocalDate())
                + (english ? ", around " + hour(hour.getHour()) : " " + hour.getHour() + "시 전후");
    }

    /** When something happened, to the minute: {@code 6월 7일(금) 오후 2:05}. */
    String moment(Instant at) {
        ZonedDateTime time = Seoul.at(at);
        String figures = "%d:%02d".formatted(twelve(time.getHour()), time.getMinute());
        return date(time.toLocalDate())
                + (english
                        ? ", " + figures + (time.getHour() < 12 ? " am" : " pm")
                        : " " + half(time.getHour()) + " " + figures);
    }

    /** A deadline, rounded up to the hour: {@code 6월 7일(금) 오후 3시}. */
    String deadline(Instant at) {
        return edge(ceil(Seoul.at(at)));
    }

    String date(LocalDate day) {
        return english
                ? weekday(day) + " " + day.getDayOfMonth() + " " + month(day)
                : day.getMonthValue() + "월 " + day.getDayOfMonth() + "일(" + weekday(day) + ")";
    }

    private String wholeDay(LocalDate day) {
        return english ? date(day) : date(day) + " 중";
    }

    private String days(LocalDate from, LocalDate to) {
        if (english) {
            return weekday(from) + " " + from.getDayOfMonth()
                    + (from.getMonth() == to.getMonth() ? "" : " " + month(from)) + " – " + date(to);
        }
        String last = from.getMonth() == to.getMonth() ? to.getDayOfMonth() + "일(" + weekday(to) + ")" : date(to);
        return date(from) + "–" + last + " 사이";
    }

    private String hours(ZonedDateTime from, ZonedDateTime to) {
        int first = from.getHour();
        int last = to.toLocalDate().equals(from.toLocalDate()) ? to.getHour() : 24;
        boolean sameHalf = first / 12 == last / 12 && last != 24;
        if (english) {
            return (sameHalf ? twelve(first) + "" : hour(first)) + "–" + hour(last);
        }
        return sameHalf ? half(first) + " " + twelve(first) + "–" + twelve(last) + "시" : hour(first) + "–" + hour(last);
    }

    private String edge(ZonedDateTime at) {
        if (at.getHour() == 0) {
            LocalDate before = at.toLocalDate().minusDays(1);
            return date(before) + (english ? ", " : " ") + hour(24);
        }
        return date(at.toLocalDate()) + (english ? ", " : " ") + hour(at.getHour());
    }

    private String hour(int hour) {
        if (hour == 24) {
            return english ? "midnight" : "밤 12시";
        }
        return english ? twelve(hour) + (hour < 12 ? " am" : " pm") : half(hour) + " " + twelve(hour) + "시";
    }

    private static String half(int hour) {
        return hour < 12 ? "오전" : "오후";
    }

    private static int twelve(int hour) {
        return hour % 12 == 0 ? 12 : hour % 12;
    }

    private static ZonedDateTime ceil(ZonedDateTime at) {
        ZonedDateTime hour = at.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(at) ? hour : hour.plusHours(1);
    }

    private static boolean fromStart(ZonedDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static boolean untilEnd(ZonedDateTime at) {
        return !at.toLocalTime().isBefore(LocalTime.of(23, 59));
    }

    private String weekday(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday.getDisplayName(TextStyle.SHORT, english ? Locale.ENGLISH : Locale.KOREAN);
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
