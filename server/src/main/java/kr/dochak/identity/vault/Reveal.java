package kr.dochak.identity.vault;

/** What came of a wish to see personal data in the clear; only {@link Revealed} leaves a row in the log. */
public sealed interface Reveal<T> {

    record Revealed<T>(T value) implements Reveal<T> {}

    /** Erased, or another mall's. */
    record Unknown<T>() implements Reveal<T> {}

    /** Nobody looks without saying why. */
    record NoReason<T>() implements Reveal<T> {}
}
