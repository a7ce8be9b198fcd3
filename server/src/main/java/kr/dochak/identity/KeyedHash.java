package kr.dochak.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under one key. */
final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac prepared;

    KeyedHash(byte[] key) {
        try {
            prepared = Mac.getInstance(ALGORITHM);
            prepared.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no HMAC-SHA256", e);
        }
    }

    /** The first {@code length} bytes (16 at least) of the hash. */
    byte[] of(byte[] text, int length) {
        try {
            // a copy of the prepared state is cheaper than a new one, and a Mac must not be shared between threads
            return Arrays.copyOf(((Mac) prepared.clone()).doFinal(text), length);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("HMAC-SHA256 cannot be copied here", e);
        }
    }

    byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), 16);
    }
}
