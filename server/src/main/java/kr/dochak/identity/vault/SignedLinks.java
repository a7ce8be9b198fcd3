package kr.dochak.identity.vault;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import kr.dochak.shared.Hmac;
import kr.dochak.shared.OrderId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tracking links that need no log-in (TRK-6): signed, expiring, and for one order only.
 * A token is short enough for an SMS: key number, expiry in minutes, order id, half of an HMAC-SHA256; base64url.
 */
@Component
public class SignedLinks {

    /** How long links of the key before are taken; none is valid longer than this. */
    private static final Duration OLDER_LINKS = Duration.ofDays(60);

    private static final int SIGNATURE_BYTES = 16;
    private static final int MOST_CHARACTERS = 64;

    private final byte version;
    private final Hmac signature;
    private final MasterKey.@Nullable OlderLinks older;
    private final InstantSource clock;

    SignedLinks(MasterKey master, InstantSource clock) {
        this.version = master.version();
        this.older = master.olderLinks().orElse(null);
        this.signature = new Hmac(master.derive("links"));
        this.clock = clock;
    }

    /** The path {@code /t/…} that shows this order until the time has passed. */
    public String pathFor(OrderId orderId, Duration validFor) {
        long minutes = clock.instant().plus(validFor).getEpochSecond() / 60 + 1;
        byte[] claim = claim(orderId, Math.toIntExact(minutes));
        byte[] signed = Arrays.copyOf(claim, claim.length + SIGNATURE_BYTES);
        System.arraycopy(signature.half(claim), 0, signed, claim.length, SIGNATURE_BYTES);
        return "/t/" + Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    private byte[] claim(OrderId orderId, int expiryMinutes) {
        byte[] order = ByteBuffer.allocate(Long.BYTES).putLong(orderId.value()).array();
        int leading = Math.min(Long.numberOfLeadingZeros(orderId.value()) / 8, Long.BYTES - 1);
        return ByteBuffer.allocate(1 + Integer.BYTES + Long.BYTES - leading)
                .put(version)
                .putInt(expiryMinutes)
                .put(order, leading, Long.BYTES - leading)
                .array();
    }

    /** The order a token is for, or nothing when it is forged or has expired. */
    public OptionalLong orderOf(String token) {
        byte[] signed = decode(token);
        int claimed = signed.length - SIGNATURE_BYTES;
        if (claimed < 1 + Integer.BYTES + 1 || claimed > 1 + Integer.BYTES + Long.BYTES) {
            return OptionalLong.empty();
        }
        byte[] claim = Arrays.copyOf(signed, claimed);
        byte[] given = Arrays.copyOfRange(signed, claimed, signed.length);
        Hmac key = keyOf(claim[0]);
        if (key == null || !MessageDigest.isEqual(given, key.half(claim))) {
            return OptionalLong.empty();
        }
        Instant expiry =
                Instant.ofEpochSecond(ByteBuffer.wrap(claim, 1, Integer.BYTES).getInt() * 60L);
        return clock.instant().isBefore(expiry) ? OptionalLong.of(order(claim)) : OptionalLong.empty();
    }

    /** The key a link says it was signed with: the one of now, or for a time the one before. */
    private @Nullable Hmac keyOf(byte number) {
        if (number == version) {
            return signature;
        }
        MasterKey.OlderLinks known = older;
        return known != null
                        && known.version() == number
                        && clock.instant().isBefore(known.since().plus(OLDER_LINKS))
                ? new Hmac(known.key())
                : null;
    }

    private static long order(byte[] claim) {
        long order = 0;
        for (int i = 1 + Integer.BYTES; i < claim.length; i++) {
            order = order << 8 | claim[i] & 0xff;
        }
        return order;
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
