package kr.dochak.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over {@code timestamp.body}, once for each secret that is valid. Pure. */
final class Signature {

    static final String HEADER = "Dochak-Signature";

    private Signature() {}

    /** {@code t=1764000000,v1=<hex>,v1=<hex of the former secret>}: a receiver accepts when any of them fits. */
    static String header(List<String> secrets, Instant at, String body) {
        String signed = at.getEpochSecond() + "." + body;
        return secrets.stream()
                .map(secret -> "v1=" + hex(secret, signed))
                .collect(Collectors.joining(",", "t=" + at.getEpochSecond() + ",", ""));
    }

    private static String hex(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no HMAC-SHA256", e);
        }
    }
}
