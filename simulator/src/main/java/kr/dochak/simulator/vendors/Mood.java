package kr.dochak.simulator.vendors;

import java.util.Arrays;

/** How a vendor behaves today. */
public enum Mood {
    NORMAL,
    /** Results come so many minutes later. */
    LATE,
    /** Every result comes two times. */
    TWICE,
    /** No result ever comes. */
    NEVER,
    /** Three results are held back and come last first. */
    REVERSED,
    /** HTTP 200 with an error in the body, and nothing is sent. */
    ERROR;

    public static Mood of(String name) {
        return Arrays.stream(values())
                .filter(mood -> mood.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("mood: normal, late, twice, never, reversed, error"));
    }
}
