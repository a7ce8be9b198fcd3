package kr.dochak.alerts.sending;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import kr.dochak.identity.vault.MasterKey;
import kr.dochak.shared.Hmac;
import org.springframework.stereotype.Component;

/**
 * Links in letters that do one thing: acknowledge one alert as the one who got the letter (MSG-7). Opening one changes nothing, since scanners
 * of mail open links; it says so and asks.
 */
@Component
public class AckLinks {

    private static final Duration VALID = Duration.ofDays(7);
    private static final int SIGNATURE_BYTES = 16;
    private static final int CLAIM_BYTES = 2 * Long.BYTES + Integer.BYTES;
    private static final int MOST_CHARACTERS = 64;

    private final Hmac signature;
    private final InstantSource clock;

    AckLinks(MasterKey master, InstantSource clock) {
        this.signature = new Hmac(master.derive("alerts"));
        this.clock = clock;
    }

    /** Which alert, and who would acknowledge it. */
    public record Claim(long alertId, long staffId) {}

    /** The path of a link that is valid for a week. */
    public String pathFor(long alertId, long staffId) {
        int minutes = Math.toIntExact(clock.instant().plus(VALID).getEpochSecond() / 60);
        byte[] claim = ByteBuffer.allocate(CLAIM_BYTES)
                .putInt(minutes)
                .putLong(alertId)
                .putLong(staffId)
                .array();
        byte[] signed = Arrays.copyOf(claim, CLAIM_BYTES + SIGNATURE_BYTES);
        System.arraycopy(signature.half(claim), 0, signed, CLAIM_BYTES, SIGNATURE_BYTES);
        return "/alerts/" + Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** What a token says; nothing when it is forged or has expired. */
    public Optional<Claim> read(String token) {
        byte[] signed = decode(token);
        if (signed.length != CLAIM_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        byte[] claim = Arrays.copyOf(signed, CLAIM_BYTES);
        if (!MessageDigest.isEqual(Arrays.copyOfRange(signed, CLAIM_BYTES, signed.length), signature.half(claim))) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(claim);
        Instant until = Instant.ofEpochSecond(fields.getInt() * 60L);
        Claim read = new Claim(fields.getLong(), fields.getLong());
        return clock.instant().isBefore(until) ? Optional.of(read) : Optional.empty();
    }

    /** The bytes, or none when it is not exactly how this class writes them. */
    private static byte[] decode(String token) {
        if (token.length() > MOST_CHARACTERS) {
            return new byte[0];
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(token) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
