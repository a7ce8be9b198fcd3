package kr.dochak.simulator.carriers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Numbers that look like each carrier's own: its length, its beginning, its check digit. */
public final class TrackingNumbers {

    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final int PER_DAY = 1_000_000;
    private static final int SCATTER = 7_919;

    private TrackingNumbers() {}

    /** One number for one serial of a day, and never the same for two. */
    public static String of(Carrier carrier, LocalDate day, int serial) {
        long days = ChronoUnit.DAYS.between(FIRST_DAY, day) % 10_000;
        long scattered = (long) serial * SCATTER % PER_DAY;
        String body = "%04d%06d".formatted(days, scattered);
        return switch (carrier) {
            case CJ -> withCheckDigit("6" + body);
            case HANJIN -> withCheckDigit("5" + body);
            case LOTTE -> withCheckDigit("2" + body);
            case EPOST -> "688" + body;
            case LOGEN -> "9" + body;
            case COUPANG_LS -> "49" + body;
        };
    }

    static String withCheckDigit(String elevenDigits) {
        return elevenDigits + Long.parseLong(elevenDigits) % 7;
    }
}
