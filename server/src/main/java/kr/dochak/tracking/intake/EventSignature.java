package kr.dochak.tracking.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.shared.Hmac;

/** Whether a carrier itself sent these bytes, a moment ago: HMAC-SHA256 over the second, a dot and the raw body. Pure. */
final class EventSignature {

    /** Clocks differ, and nets are slow; what is older may have been overheard and sent again. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String VERSION = "v1=";

    private EventSignature() {}

    /** Why it is not to be believed, or GOOD. */
    enum Verdict {
        GOOD,
        MISSING,
        STALE,
        WRONG
    }

    /** By any of the secrets that count; without one nobody is believed. */
    static Verdict judge(List<String> secrets, String timestamp, String signature, byte[] body, Instant now) {
        Verdict verdict = Verdict.WRONG;
        for (String secret : secrets.reversed()) { // the present one last, so that its refusal is the one told
            verdict = judge(secret, timestamp, signature, body, now);
            if (verdict == Verdict.GOOD) {
                return verdict;
            }
        }
        return verdict;
    }

    static Verdict judge(String secret, String timestamp, String signature, byte[] body, Instant now) {
        if (timestamp.isEmpty() || signature.isEmpty()) {
            return Verdict.MISSING;
        }
        if (!timestamp.matches("\\d{1,12}")) {
            return Verdict.WRONG;
        }
        if (Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                        .abs()
                        .compareTo(TOLERANCE)
                > 0) {
            return Verdict.STALE;
        }
        byte[] expected = (VERSION + sign(secret, timestamp, body)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))
                ? Verdict.GOOD
                : Verdict.WRONG;
    }

    /** The signature in hexadecimal. */
    static String sign(String secret, String timestamp, byte[] body) {
        return Hmac.with(secret).hex((timestamp + ".").getBytes(StandardCharsets.US_ASCII), body);
    }
}
