package kr.dochak.wire;

import java.time.Duration;

/**
 * How far a call may go.
 *
 * @param connect until there is a connection
 * @param silence between two sounds of the other side
 * @param whole from the first step to the end of the answer, so that an answer that drips is cut off
 * @param mostBytes of an answer
 */
public record Limits(Duration connect, Duration silence, Duration whole, int mostBytes) {

    /** For a system that is given some time to connect and some to answer. */
    public static Limits of(Duration connect, Duration answer, int mostBytes) {
        return new Limits(connect, answer, connect.plus(answer), mostBytes);
    }

    /** For a system that is given one time for everything. */
    public static Limits within(Duration whole, int mostBytes) {
        return new Limits(whole, whole, whole, mostBytes);
    }
}
