package kr.dochak.webhooks.sending;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import kr.dochak.shared.Hmac;

/** HMAC-SHA256 over {@code timestamp.body}, once for each secret that is valid. Pure. */
final class Signature {

    static final String HEADER = "Dochak-Signature";

    private Signature() {}

    /** {@code t=1764000000,v1=<hex>,v1=<hex of the former secret>}: a receiver accepts when any of them fits. */
    static String header(List<String> secrets, Instant at, String body) {
        byte[] signed = (at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1=" + Hmac.with(secret).hex(signed))
                .collect(Collectors.joining(",", "t=" + at.getEpochSecond() + ",", ""));
    }
}
