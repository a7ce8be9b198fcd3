package kr.dochak.identity.accounts;

import java.security.SecureRandom;

/** Passwords that nobody chose, to be given to somebody once: some 115 bits. */
final class OneTimePassword {

    private static final int CHARACTERS = 20;
    private static final int TOGETHER = 5;
    /** Without letters and figures that are read for one another. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    static String make() {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            made.append(i > 0 && i % TOGETHER == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return made.toString();
    }
}
