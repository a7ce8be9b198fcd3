package kr.dochak.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under one key: blind indexes, signed links and signatures of requests. May be shared between threads. */
public final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac prepared;

    public Hmac(byte[] key) {
        try {
            prepared = Mac.getInstance(ALGORITHM);
            prepared.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no HMAC-SHA256", e);
        }
    }

    /** Under a secret that is kept as text. */
    public static Hmac with(String secret) {
        return new Hmac(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The 32 bytes of the hash of these parts, one after the other. */
    public byte[] of(byte[]... parts) {
        try {
            // a copy of the prepared state is cheaper than a new one, and a Mac must not be shared between threads
            Mac mac = (Mac) prepared.clone();
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("HMAC-SHA256 cannot be copied here", e);
        }
    }

    /** The first half of the hash, which is enough for an index or a link. */
    public byte[] half(byte[] content) {
        return Arrays.copyOf(of(content), 16);
    }

    /** The first half of the hash of a text in UTF-8. */
    public byte[] half(String text) {
        return half(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The whole hash of these parts in 64 hexadecimal letters. */
    public String hex(byte[]... parts) {
        return HexFormat.of().formatHex(of(parts));
    }
}
