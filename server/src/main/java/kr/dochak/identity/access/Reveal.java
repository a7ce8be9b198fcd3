package kr.dochak.identity.access;

import java.time.Instant;

/** What came of a wish to see personal data in the clear; only {@link Revealed} leaves a row in the log. */
public sealed interface Reveal<T> {

    record Revealed<T>(T value) implements Reveal<T> {}

    /** Erased, or another mall's. */
    record Unknown<T>() implements Reveal<T> {}

    /** Nobody looks without saying why. */
    record NoReason<T>() implements Reveal<T> {}

    /** Their role does not look at people. */
    record NotAllowed<T>() implements Reveal<T> {}

    /** They have looked at as many people within the hour as anybody's work needs; the leads are told. */
    record TooMany<T>(Instant again) implements Reveal<T> {}
}
