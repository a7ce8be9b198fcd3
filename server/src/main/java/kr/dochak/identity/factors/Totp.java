package kr.dochak.identity.factors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that a phone and we make of a shared secret and the time (RFC 6238): HMAC-SHA-1 and thirty seconds, as every app does. */
final class Totp {

    static final int DIGITS = 6;
    private static final int SECONDS = 30;
    /** Steps before and after ours that count: phones are half a minute wrong, and people type slowly. */
    private static final int APART = 1;

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    /** The code of one step, with leading zeros. */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int from = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, from, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        String text = String.valueOf(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text.substring(Math.max(0, text.length() - digits));
    }

    /** The step that a typed code is of: near now, and later than the last one that was used, so that no code counts twice. */
    static OptionalLong stepOf(byte[] secret, String typed, Instant now, long lastUsed) {
        long middle = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = middle - APART; step <= middle + APART; step++) {
            boolean same = MessageDigest.isEqual(
                    code(secret, step, DIGITS).getBytes(StandardCharsets.US_ASCII),
                    typed.getBytes(StandardCharsets.UTF_8));
            if (same && step > lastUsed) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no HMAC-SHA-1", e);
        }
    }
}
