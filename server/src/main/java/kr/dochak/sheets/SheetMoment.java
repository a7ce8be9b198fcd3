package kr.dochak.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date or a moment as files write it. The year stands in front, whatever stands between the numbers; with the year at the
 * end nobody knows which number is the month, so only a mapping's own pattern reads it.
 */
final class SheetMoment {

    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d{1,12})?");
    /** Spreadsheets count days from here, since they believe in a 29 February 1900. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final LocalTime LAST = LocalTime.of(23, 59, 59);

    private static final Pattern YEAR_FIRST = Pattern.compile("""
            (?<year>\\d{4})(?:\\s?[-./년]\\s?(?<month>\\d{1,2})\\s?[-./월]\\s?(?<day>\\d{1,2})\\s?[.일]?|(?<mmdd>\\d{4}))
            (?:\\s?\\(?[월화수목금토일](?:요일)?\\)?)?
            (?:[T\\s]?\\s?(?<half>오전|오후|AM|PM)?\\s?
            (?:(?<hour>\\d{1,2})\\s?[:시]\\s?(?<minute>\\d{1,2})(?:\\s?[:분]\\s?(?<second>\\d{1,2})(?:[.,]\\d{1,9})?)?\\s?[분초]?\
            |(?<hhmmss>\\d{4}(?:\\d{2})?))
            \\s?(?<late>오전|오후|AM|PM)?)?
            \\s?(?<zone>Z|UTC|GMT|KST|[+-]\\d{2}:?\\d{2})?""".replace("\n", ""), Pattern.CASE_INSENSITIVE);

    private SheetMoment() {}

    /**
     * The moment in ISO form with its offset.
     *
     * @param end whether a date alone means the end of that day and not its beginning
     */
    static Optional<String> read(String text, List<DateTimeFormatter> patterns, ZoneId zone, boolean end) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
        LocalTime without = end ? LAST : LocalTime.MIDNIGHT;
        try {
            if (SERIAL.matcher(plain).matches()) {
                return Optional.of(iso(serial(new BigDecimal(plain), without), zone));
            }
            for (DateTimeFormatter pattern : patterns) {
                Optional<String> moment = parse(plain, pattern, zone, without);
                if (moment.isPresent()) {
                    return moment;
                }
            }
            Matcher found = YEAR_FIRST.matcher(plain);
            return found.matches() ? Optional.of(yearFirst(found, zone, without)) : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static String yearFirst(Matcher found, ZoneId zone, LocalTime without) {
        String mmdd = found.group("mmdd");
        LocalDate date = LocalDate.of(
                Integer.parseInt(found.group("year")),
                Integer.parseInt(mmdd == null ? found.group("month") : mmdd.substring(0, 2)),
                Integer.parseInt(mmdd == null ? found.group("day") : mmdd.substring(2)));
        LocalDateTime local = date.atTime(time(found, without));
        String written = found.group("zone");
        return written == null || written.equalsIgnoreCase("KST")
                ? iso(local, written == null ? zone : ZoneId.of("Asia/Seoul"))
                : local.atOffset(offset(written)).toString();
    }

    private static LocalTime time(Matcher found, LocalTime without) {
        String run = found.group("hhmmss");
        if (run != null) {
            int second = run.length() == 6 ? Integer.parseInt(run.substring(4)) : 0;
            return LocalTime.of(Integer.parseInt(run.substring(0, 2)), Integer.parseInt(run.substring(2, 4)), second);
        }
        if (found.group("hour") == null) {
            return without;
        }
        int hour = Integer.parseInt(found.group("hour"));
        String half = found.group("half") == null ? found.group("late") : found.group("half");
        String second = found.group("second");
        return LocalTime.of(
                half == null ? hour : inHalf(hour, half.equals("오후") || half.equalsIgnoreCase("PM")),
                Integer.parseInt(found.group("minute")),
                second == null ? 0 : Integer.parseInt(second));
    }

    /** Twelve is the first hour of a half; some write 오후 13:05. */
    private static int inHalf(int hour, boolean afternoon) {
        if (afternoon) {
            return hour < 12 ? hour + 12 : hour;
        }
        if (hour > 12) {
            throw new DateTimeException("no such hour in the morning");
        }
        return hour % 12;
    }

    private static ZoneOffset offset(String written) {
        return written.matches("(?i)Z|UTC|GMT") ? ZoneOffset.UTC : ZoneOffset.of(written);
    }

    private static Optional<String> parse(String text, DateTimeFormatter pattern, ZoneId zone, LocalTime without) {
        try {
            TemporalAccessor parsed = pattern.parse(text);
            LocalDate date = parsed.query(TemporalQueries.localDate());
            @Nullable LocalTime time = parsed.query(TemporalQueries.localTime());
            if (date == null) {
                return Optional.empty();
            }
            if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
                return Optional.of(OffsetDateTime.from(parsed).toString());
            }
            return Optional.of(iso(date.atTime(time == null ? without : time), zone));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String iso(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toOffsetDateTime().toString();
    }

    private static LocalDateTime serial(BigDecimal days, LocalTime without) {
        if (days.stripTrailingZeros().scale() <= 0) {
            return DAY_ZERO.plusDays(days.longValueExact()).atTime(without);
        }
        long seconds = days.multiply(BigDecimal.valueOf(Duration.ofDays(1).toSeconds()))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return DAY_ZERO.atStartOfDay().plusSeconds(seconds);
    }

    /**
     * A pattern of times; {@code yyyy} is the year, and a 31 June is none. Throws IllegalArgumentException for no pattern.
     */
    static DateTimeFormatter pattern(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.KOREAN)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
