package kr.dochak.messaging.mass;

import java.util.Map;

/**
 * How far a notice to many is.
 *
 * @param customers how many customers were told, of whom {@code unreached} no outside way led to: they read it in the inbox
 * @param leftOut how many orders were left out, by why
 */
public record MassProgress(int waiting, int customers, int unreached, Map<LeftOut, Integer> leftOut) {

    public int left() {
        return leftOut.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int all() {
        return waiting + customers + left();
    }
}
