package kr.dochak.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as people in Korea say them, and their English twins. Pure: the present is always an argument. */
public final class KoreanTime {

    /** The zone in which every promise is spoken. */
    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static final int HALF_DAY = 720;

    private KoreanTime() {}

    /** A window: {@code 내일(토) 오후 2–6시}, {@code tomorrow (Sat) 2–6 pm}. */
    public static String window(Instant from, Instant to, Instant now, Locale locale) {
        LocalDateTime start = local(from);
        LocalDateTime end = local(to);
        boolean english = english(locale);
        if (start.toLocalTime().toSecondOfDay() == 0 && end.equals(start.plusDays(1))) {
            return english ? day(from, now, locale) + ", any time" : day(from, now, locale) + " 중";
        }
        boolean untilDayEnd = isDayEnd(to) && from.isBefore(to);
        Instant last = untilDayEnd ? to.minusNanos(1) : to;
        int endMinute = untilDayEnd ? 2 * HALF_DAY : minute(end);
        if (!start.toLocalDate().equals(local(last).toLocalDate())) {
            return day(from, now, locale) + " " + hour(wholeHour(minute(start)), locale) + " – "
                    + day(last, now, locale) + " " + hour(wholeHour(endMinute + 59), locale);
        }
        return day(from, now, locale) + " " + hours(minute(start), endMinute, locale);
    }

    /** The hour that has begun: a window over two days or more is not known to the minute. */
    private static int wholeHour(int minute) {
        return minute / 60 * 60;
    }

    /**
     * From one minute of a day to another, 1,440 being its end: {@code 오후 2–6시}, {@code 오전 10시–오후 2시},
     * {@code 8 pm–midnight}. What both have in common is said once.
     */
    public static String hours(int from, int to, Locale locale) {
        boolean sameHalf = from / HALF_DAY == to / HALF_DAY;
        if (english(locale)) {
            return (sameHalf ? digits(from) : hour(from, locale)) + "–" + hour(to, locale);
        }
        boolean bare = sameHalf && from % 60 == 0 && to % 60 == 0;
        return (bare ? half(from) + " " + twelve(from) : hour(from, locale)) + "–"
                + (sameHalf ? clockWords(to) : hour(to, locale));
    }

    /** One guessed hour: {@code 6월 7일(금) 오후 6시 전후}, {@code Fri 7 Jun, around 6 pm}. */
    public static String around(Instant at, Instant now, Locale locale) {
        Instant hour = nearestHour(at).atZone(SEOUL).toInstant();
        String day = day(isDayEnd(hour) ? hour.minusSeconds(1) : hour, now, locale);
        return day + (english(locale) ? ", " : " ") + around(hour, locale);
    }

    /** The guessed hour without its day: {@code 오후 6시 전후}, {@code around 6 pm}; the end of a day is its 밤 12시. */
    public static String around(Instant hour, Locale locale) {
        String spoken = hour(isDayEnd(hour) ? 2 * HALF_DAY : minute(local(hour)), locale);
        return english(locale) ? "around " + spoken : spoken + " 전후";
    }

    /** The full hour that is nearest. */
    public static LocalDateTime nearestHour(Instant at) {
        return local(at.plus(30, ChronoUnit.MINUTES)).truncatedTo(ChronoUnit.HOURS);
    }

    /** Whether a day ends with this moment: an end at 00:00 is of the day before. */
    public static boolean isDayEnd(Instant at) {
        return local(at).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** The day an end belongs to: of 00:00 the day before. */
    public static LocalDate lastDay(Instant end) {
        return local(end.minusNanos(1)).toLocalDate();
    }

    /** The moment something happened: {@code 오늘 오후 2:05}. */
    public static String moment(Instant at, Instant now, Locale locale) {
        return day(at, now, locale) + " " + clock(at, locale);
    }

    /** Only the time of day: {@code 오후 2:05}, {@code 2:05 pm}. */
    public static String clock(Instant at, Locale locale) {
        int minute = minute(local(at));
        String figures = "%d:%02d".formatted(twelve(minute), minute % 60);
        return english(locale) ? figures + " " + english(minute) : half(minute) + " " + figures;
    }

    /** A day near the present by name, any other by date: {@code 오늘}, {@code 내일(토)}, {@code 11월 23일(월)}. */
    public static String day(Instant at, Instant now, Locale locale) {
        LocalDate day = local(at).toLocalDate();
        long away = ChronoUnit.DAYS.between(local(now).toLocalDate(), day);
        if (away < -1 || away > 2 || (away == 2 && english(locale))) {
            return date(day, local(now).toLocalDate(), locale);
        }
        if (english(locale)) {
            return switch ((int) away) {
                case -1 -> "yesterday";
                case 0 -> "today";
                default -> "tomorrow (" + weekday(day, locale) + ")";
            };
        }
        return switch ((int) away) {
            case -1 -> "어제";
            case 0 -> "오늘";
            case 1 -> "내일(" + weekday(day, locale) + ")";
            default -> "모레(" + weekday(day, locale) + ")";
        };
    }

    /** The date with its weekday, the year only when it is another: {@code 11월 23일(월)}, {@code Mon 23 Nov}. */
    public static String date(LocalDate day, LocalDate today, Locale locale) {
        String text = date(day, TextStyle.SHORT, locale);
        if (day.getYear() == today.getYear()) {
            return text;
        }
        return english(locale) ? text + " " + day.getYear() : day.getYear() + "년 " + text;
    }

    /** The date with its weekday and without its year: {@code 11월 23일(월)}, {@code Mon 23 November}. */
    public static String date(LocalDate day, TextStyle englishMonth, Locale locale) {
        return english(locale)
                ? weekday(day, locale) + " " + day.getDayOfMonth() + " "
                        + day.getMonth().getDisplayName(englishMonth, Locale.ENGLISH)
                : day.getMonthValue() + "월 " + dayOfMonth(day);
    }

    /** The day within a month that was just named: {@code 23일(월)}, {@code Mon 23}. */
    public static String dayOfMonth(LocalDate day, Locale locale) {
        return english(locale) ? weekday(day, locale) + " " + day.getDayOfMonth() : dayOfMonth(day);
    }

    private static String dayOfMonth(LocalDate day) {
        return day.getDayOfMonth() + "일(" + weekday(day, Locale.KOREAN) + ")";
    }

    /** The age of a fact: {@code 방금}, {@code 12분 전}, {@code 3시간 전}, {@code 2일 전}, then the date. */
    public static String ago(Instant at, Instant now, Locale locale) {
        Duration age = Duration.between(at, now);
        boolean english = english(locale);
        if (age.toMinutes() < 1) {
            return english ? "just now" : "방금";
        }
        if (age.toDays() >= 7) {
            return date(local(at).toLocalDate(), local(now).toLocalDate(), locale);
        }
        return length(age, locale) + (english ? " ago" : " 전");
    }

    /** A length of time in its largest unit: {@code 12분}, {@code 5시간}, {@code 2일}. */
    public static String length(Duration length, Locale locale) {
        Duration whole = length.abs();
        boolean english = english(locale);
        if (whole.toMinutes() < 60) {
            return whole.toMinutes() + (english ? " min" : "분");
        }
        if (whole.toHours() < 24) {
            return whole.toHours() + (english ? " h" : "시간");
        }
        long days = whole.toDays();
        return days + (english ? (days == 1 ? " day" : " days") : "일");
    }

    /** What is left before the promise: {@code +5시간}, {@code −1일}. */
    public static String slack(Duration slack, Locale locale) {
        return (slack.isNegative() ? "−" : "+") + length(slack, locale);
    }

    /** The weekday in one word: {@code 토}, {@code Sat}. */
    public static String weekday(LocalDate day, Locale locale) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, english(locale) ? Locale.ENGLISH : Locale.KOREAN);
    }

    /** A minute of the day as spoken, 1,440 being its end: {@code 오후 6시 30분}, {@code 밤 12시}, {@code 6:30 pm}. */
    public static String hour(int minute, Locale locale) {
        if (minute == 2 * HALF_DAY) {
            return english(locale) ? "midnight" : "밤 12시";
        }
        return english(locale) ? digits(minute) + " " + english(minute) : half(minute) + " " + clockWords(minute);
    }

    private static String clockWords(int minute) {
        return twelve(minute) + "시" + (minute % 60 == 0 ? "" : " " + minute % 60 + "분");
    }

    private static String digits(int minute) {
        return twelve(minute) + (minute % 60 == 0 ? "" : ":%02d".formatted(minute % 60));
    }

    private static String half(int minute) {
        return minute < HALF_DAY ? "오전" : "오후";
    }

    private static String english(int minute) {
        return minute < HALF_DAY ? "am" : "pm";
    }

    private static int twelve(int minute) {
        int hour = minute / 60;
        return hour % 12 == 0 ? 12 : hour % 12;
    }

    private static int minute(LocalDateTime at) {
        return at.getHour() * 60 + at.getMinute();
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, SEOUL);
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
