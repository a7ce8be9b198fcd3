package kr.dochak.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as people in Korea write it: {@code 2026-12-24}, {@code 2026. 12. 24.}, {@code 2026년 12월 24일(목)}, {@code 20261224};
 * and without its year, {@code 12월 24일} or {@code 12/24}. Never another order than year, month, day.
 */
public final class DateText {

    private static final String SEPARATED = "\\s*(?:[-./]|월|月)\\s*";
    private static final String END = "\\s*[.일]?\\s*(?:\\([월화수목금토일]\\))?";
    private static final Pattern WHOLE =
            Pattern.compile("(\\d{4})\\s*(?:[-./]|년)\\s*(\\d{1,2})" + SEPARATED + "(\\d{1,2})" + END);
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern WITHOUT_YEAR = Pattern.compile("(\\d{1,2})" + SEPARATED + "(\\d{1,2})" + END);

    private DateText() {}

    /** Without a year it is the next such day, today included; empty where it is no date. */
    public static Optional<LocalDate> read(String text, LocalDate today) {
        String line = text.strip();
        Matcher whole = WHOLE.matcher(line);
        Matcher digits = DIGITS.matcher(line);
        if (whole.matches()) {
            return date(whole.group(1), whole.group(2), whole.group(3));
        }
        if (digits.matches()) {
            return date(digits.group(1), digits.group(2), digits.group(3));
        }
        Matcher short_ = WITHOUT_YEAR.matcher(line);
        return short_.matches() ? next(short_.group(1), short_.group(2), today) : Optional.empty();
    }

    /** 29 February is within eight years. */
    private static Optional<LocalDate> next(String month, String day, LocalDate today) {
        for (int year = today.getYear(); year <= today.getYear() + 8; year++) {
            Optional<LocalDate> date = date(String.valueOf(year), month, day);
            if (date.isPresent() && !date.get().isBefore(today)) {
                return date;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
