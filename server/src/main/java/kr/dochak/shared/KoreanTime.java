package kr.dochak.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as people in Korea say them, and their English twins. Pure: the present is always an argument. */
public final class KoreanTime {

    /** The zone in which every promise is spoken. */
    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private KoreanTime() {}

    /** A window: {@code 내일(토) 오후 2–6시}, {@code tomorrow (Sat) 2–6 pm}. */
    public static String window(Instant from, Instant to, Instant now, Locale locale) {
        LocalDateTime start = local(from);
        LocalDateTime end = local(to);
        boolean english = english(locale);
        if (start.toLocalTime().toSecondOfDay() == 0 && end.equals(start.plusDays(1))) {
            return english ? day(from, now, locale) + ", any time" : day(from, now, locale) + " 중";
        }
        if (!start.toLocalDate().equals(end.toLocalDate())) {
            return day(from, now, locale) + " " + hour(start, locale) + " – " + day(to, now, locale) + " "
                    + hour(end, locale);
        }
        boolean sameHalf = start.getHour() / 12 == end.getHour() / 12;
        String first;
        if (english) {
            first = sameHalf ? digits(start, ":") : hour(start, locale);
            return day(from, now, locale) + " " + first + "–" + hour(end, locale);
        }
        String last = sameHalf ? clockWords(end) : hour(end, locale);
        boolean bare = sameHalf && start.getMinute() == 0 && end.getMinute() == 0;
        first = bare ? half(start) + " " + twelve(start) : hour(start, locale);
        return day(from, now, locale) + " " + first + "–" + last;
    }

    /** One guessed hour: {@code 6월 7일(금) 18시 전후}, {@code Fri 7 Jun, around 6 pm}. */
    public static String around(Instant at, Instant now, Locale locale) {
        LocalDateTime rounded = local(at.plus(30, ChronoUnit.MINUTES)).truncatedTo(ChronoUnit.HOURS);
        String day = day(rounded.atZone(SEOUL).toInstant(), now, locale);
        return english(locale) ? day + ", around " + hour(rounded, locale) : day + " " + rounded.getHour() + "시 전후";
    }

    /** The moment something happened: {@code 오늘 오후 2:05}. */
    public static String moment(Instant at, Instant now, Locale locale) {
        return day(at, now, locale) + " " + clock(at, locale);
    }

    /** Only the time of day: {@code 오후 2:05}, {@code 2:05 pm}. */
    public static String clock(Instant at, Locale locale) {
        LocalDateTime time = local(at);
        String figures = "%d:%02d".formatted(twelve(time), time.getMinute());
        return english(locale) ? figures + " " + (time.getHour() < 12 ? "am" : "pm") : half(time) + " " + figures;
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
        boolean otherYear = day.getYear() != today.getYear();
        if (english(locale)) {
            String month = day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            String text = weekday(day, locale) + " " + day.getDayOfMonth() + " " + month;
            return otherYear ? text + " " + day.getYear() : text;
        }
        String text = day.getMonthValue() + "월 " + day.getDayOfMonth() + "일(" + weekday(day, locale) + ")";
        return otherYear ? day.getYear() + "년 " + text : text;
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

    /** An hour as spoken: {@code 오후 6시}, {@code 오후 6시 30분}, {@code 6:30 pm}. */
    private static String hour(LocalDateTime at, Locale locale) {
        return english(locale)
                ? digits(at, ":") + " " + (at.getHour() < 12 ? "am" : "pm")
                : half(at) + " " + clockWords(at);
    }

    private static String clockWords(LocalDateTime at) {
        return twelve(at) + "시" + (at.getMinute() == 0 ? "" : " " + at.getMinute() + "분");
    }

    private static String digits(LocalDateTime at, String between) {
        return at.getMinute() == 0 ? "" + twelve(at) : twelve(at) + between + "%02d".formatted(at.getMinute());
    }

    private static String half(LocalDateTime at) {
        return at.getHour() < 12 ? "오전" : "오후";
    }

    private static int twelve(LocalDateTime at) {
        return at.getHour() % 12 == 0 ? 12 : at.getHour() % 12;
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, SEOUL);
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
