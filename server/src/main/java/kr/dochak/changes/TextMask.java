package kr.dochak.changes;

/** Hides what leads to a person in words that people type; brought as a bean by who knows how. */
@FunctionalInterface
public interface TextMask {

    String masked(String text);
}
