package kr.dochak.sheets;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands what people and spreadsheets write into a cell. Nothing when it is not what it should be. */
final class CellText {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}(\\.0+)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d{1,12})?");
    /** A long number that a spreadsheet rounded: its last digits are lost for good. */
    private static final Pattern ROUNDED = Pattern.compile("\\d(\\.\\d+)?E\\+\\d+", Pattern.CASE_INSENSITIVE);
    /** Spreadsheets count days from here, since they believe in a 29 February 1900. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private CellText() {}

    static Optional<Long> won(String text) {
        return whole(text.replaceAll("[,\\s₩￦]|원$|KRW", ""));
    }

    static Optional<Long> count(String text) {
        return whole(text.replaceAll("[,\\s]|개$", "")).filter(count -> Math.abs(count) < 1_000_000_000L);
    }

    private static Optional<Long> whole(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return WHOLE.matcher(plain).matches() ? Optional.of(new BigDecimal(plain).longValueExact()) : Optional.empty();
    }

    static boolean isRounded(String text) {
        return ROUNDED.matcher(text).matches();
    }

    /** Spreadsheets take the zero from {@code 06236}. */
    static String postcode(String text) {
        String digits = text.strip().replaceAll("\\.0+$", "");
        return digits.matches("\\d{3,4}") ? "0".repeat(5 - digits.length()) + digits : digits;
    }

    /** Spreadsheets take the zero from {@code 01012345678}. */
    static String phone(String text) {
        String phone = text.strip().replaceAll("\\.0+$", "");
        return phone.matches("1[016789]\\d{7,8}") ? "0" + phone : phone;
    }

    /** A time in ISO form with its offset. */
    static Optional<String> moment(String text, List<DateTimeFormatter> patterns, ZoneId zone) {
        String plain = text.strip();
        if (SERIAL.matcher(plain).matches()) {
            return iso(serial(new BigDecimal(plain)), zone);
        }
        for (DateTimeFormatter pattern : patterns) {
            Optional<String> moment = parse(plain, pattern, zone);
            if (moment.isPresent()) {
                return moment;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> parse(String text, DateTimeFormatter pattern, ZoneId zone) {
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
            return iso(date.atTime(time == null ? LocalTime.MIDNIGHT : time), zone);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> iso(LocalDateTime time, ZoneId zone) {
        try {
            return Optional.of(time.atZone(zone).toOffsetDateTime().toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime serial(BigDecimal days) {
        long seconds = days.multiply(BigDecimal.valueOf(Duration.ofDays(1).toSeconds()))
                .setScale(0, java.math.RoundingMode.HALF_UP)
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
