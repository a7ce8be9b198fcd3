package kr.dochak.promise.learning;

import java.time.Duration;

/**
 * How long something still takes: no longer than each with 10 %, 50 % and 90 % probability.
 *
 * @param basis what it rests on, to be kept in the ledger: {@code model of 71,204 deliveries}, {@code lane, 41 deliveries}
 */
public record Quantiles(Duration p10, Duration p50, Duration p90, Basis basis) {

    public Quantiles {
        if (p50.compareTo(p10) < 0 || p90.compareTo(p50) < 0) {
            throw new IllegalArgumentException("quantiles cross");
        }
    }

    static Quantiles of(Spread spread, Basis basis) {
        return new Quantiles(time(spread.early()), time(spread.middle()), time(spread.late()), basis);
    }

    Spread spread() {
        return new Spread(days(p10), days(p50), days(p90));
    }

    private static double days(Duration time) {
        return (double) time.toSeconds() / Duration.ofDays(1).toSeconds();
    }

    private static Duration time(double days) {
        return Duration.ofSeconds(Math.round(days * Duration.ofDays(1).toSeconds()));
    }
}
