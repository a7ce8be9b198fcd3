package kr.dochak.shared.chance;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Keys, tokens, passwords and codes that nobody can guess: the one source of them. May be shared between threads. */
public final class Unguessable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Unguessable() {}

    public static byte[] bytes(int many) {
        byte[] bytes = new byte[many];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** So many bytes as a text that stands in addresses and headers as it is. */
    public static String text(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }

    /** So many bytes, two hexadecimal letters each. */
    public static String hex(int bytes) {
        return HexFormat.of().formatHex(bytes(bytes));
    }

    /** So many letters of these. */
    public static String letters(String alphabet, int many) {
        StringBuilder made = new StringBuilder(many);
        for (int i = 0; i < many; i++) {
            made.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return made.toString();
    }

    /** A number from nought on that is less than the bound. */
    public static int below(int bound) {
        return RANDOM.nextInt(bound);
    }

    /** 128 bits, six more than a random UUID has. */
    public static UUID uuid() {
        return new UUID(RANDOM.nextLong(), RANDOM.nextLong());
    }
}
