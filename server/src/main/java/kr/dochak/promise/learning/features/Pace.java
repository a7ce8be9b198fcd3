package kr.dochak.promise.learning.features;

import java.util.HashMap;
import java.util.Map;

/**
 * How fast groups move just now: what ended lately, against what was to be expected of everything that was under way,
 * as actuaries compare deaths; above 1 is faster than usual. It sees a slowdown while the slow ones are still on their
 * way, when averages of what has arrived still know nothing.
 */
final class Pace {

    private static final double HALF_LIFE = 4;

    private static final class Balance {
        private double ended;
        private double expected;
        private double at;
    }

    private final Map<String, Balance> balances = new HashMap<>();

    void add(String group, double day, double ended, double expected) {
        Balance balance = balances.computeIfAbsent(group, unused -> new Balance());
        double left = left(balance, day);
        balance.ended = balance.ended * left + ended;
        balance.expected = balance.expected * left + expected;
        balance.at = Math.max(balance.at, day);
    }

    /** Drawn towards the broader group's as if {@code strength} had been expected there. */
    double of(String group, double day, double broader, double strength) {
        Balance balance = balances.get(group);
        if (balance == null) {
            return broader;
        }
        double left = left(balance, day);
        return (balance.ended * left + strength * broader) / (balance.expected * left + strength);
    }

    private static double left(Balance balance, double day) {
        return day > balance.at ? Math.pow(.5, (day - balance.at) / HALF_LIFE) : 1;
    }
}
