package kr.dochak.identity.accounts;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.shared.chance.Unguessable;

/** Passwords that nobody chose, to be given to somebody once: some 115 bits. */
final class OneTimePassword {

    private static final int CHARACTERS = 20;
    private static final int TOGETHER = 5;
    /** Without letters and figures that are read for one another. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private OneTimePassword() {}

    static String make() {
        return Stream.generate(() -> Unguessable.letters(LETTERS, TOGETHER))
                .limit(CHARACTERS / TOGETHER)
                .collect(Collectors.joining("-"));
    }
}
