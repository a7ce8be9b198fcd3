package kr.dochak.messaging.texts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.TimeWindow;

/**
 * Arrival times in messages, always with the date: a message may be read days later. A window is only ever widened to
 * whole hours, so the words never promise more than it does, and an end at 00:00 is of the day before.
 */
final class ArrivalText {

    private static final Duration POINT = Duration.ofMinutes(120);

    private final boolean english;
    private final Locale locale;

    ArrivalText(String language) {
        this.english = language.equals("en");
        this.locale = english ? Locale.ENGLISH : Locale.KOREAN;
    }

    String window(TimeWindow window) {
        ZonedDateTime from = Seoul.at(window.from());
        ZonedDateTime to = Seoul.at(window.to());
        LocalDate last = window.from().isBefore(window.to()) ? KoreanTime.lastDay(window.to()) : to.toLocalDate();
        boolean sameDay = from.toLocalDate().equals(last);
        if (fromStart(from) && untilEnd(to) && window.from().isBefore(window.to())) {
            return sameDay ? wholeDay(from.toLocalDate()) : days(from.toLocalDate(), last);
        }
        if (Duration.between(from, to).compareTo(POINT) <= 0) {
            return around(window.from().plus(Duration.between(from, to).dividedBy(2)));
        }
        if (sameDay) {
            return on(from.toLocalDate(), KoreanTime.hours(from.getHour() * 60, endOf(from, ceil(to)) * 60, locale));
        }
        return Duration.between(from, to).toHours() >= 20
                ? days(from.toLocalDate(), last)
                : edge(from.truncatedTo(ChronoUnit.HOURS)) + " – " + edge(ceil(to));
    }

    /** One guessed hour: {@code 6월 7일(금) 오후 6시 전후}. */
    String around(Instant at) {
        Instant hour = KoreanTime.nearestHour(at).atZone(Seoul.ZONE).toInstant();
        return on(
                KoreanTime.lastDay(hour.plusNanos(KoreanTime.isDayEnd(hour) ? 0 : 1)), KoreanTime.around(hour, locale));
    }

    /** When something happened, to the minute: {@code 6월 7일(금) 오후 2:05}. */
    String moment(Instant at) {
        return on(Seoul.dateOf(at), KoreanTime.clock(at, locale));
    }

    /** A deadline, rounded up to the hour: {@code 6월 7일(금) 오후 3시}. */
    String deadline(Instant at) {
        return edge(ceil(Seoul.at(at)));
    }

    String date(LocalDate day) {
        return KoreanTime.date(day, TextStyle.FULL, locale);
    }

    private String on(LocalDate day, String time) {
        return date(day) + (english ? ", " : " ") + time;
    }

    private String wholeDay(LocalDate day) {
        return english ? date(day) : date(day) + " 중";
    }

    private String days(LocalDate from, LocalDate to) {
        boolean sameMonth = from.getMonth() == to.getMonth();
        if (english) {
            return (sameMonth ? KoreanTime.dayOfMonth(from, locale) : date(from)) + " – " + date(to);
        }
        return date(from) + "–" + (sameMonth ? KoreanTime.dayOfMonth(to, locale) : date(to)) + " 사이";
    }

    /** The end of a day belongs to that day: {@code 6월 7일(금) 밤 12시}. */
    private String edge(ZonedDateTime at) {
        return at.getHour() == 0
                ? on(at.toLocalDate().minusDays(1), KoreanTime.hour(24 * 60, locale))
                : on(at.toLocalDate(), KoreanTime.hour(at.getHour() * 60, locale));
    }

    private static int endOf(ZonedDateTime day, ZonedDateTime to) {
        return to.toLocalDate().equals(day.toLocalDate()) ? to.getHour() : 24;
    }

    private static ZonedDateTime ceil(ZonedDateTime at) {
        ZonedDateTime hour = at.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(at) ? hour : hour.plusHours(1);
    }

    private static boolean fromStart(ZonedDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static boolean untilEnd(ZonedDateTime at) {
        return fromStart(at) || !at.toLocalTime().isBefore(LocalTime.of(23, 59));
    }
}
