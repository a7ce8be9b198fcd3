package kr.dochak.identity.vault;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import kr.dochak.database.StartProblem;

/** The one secret of the installation. It seals nothing itself: every use has a key of its own, derived from it (HKDF). */
public final class MasterKey {

    static final int BYTES = 32;
    private static final String MAKE_ONE = "Make one with: openssl rand -base64 32";

    private final byte[] secret;

    private MasterKey(byte[] secret) {
        this.secret = secret;
    }

    /** Reads 32 bytes in base64; throws {@link StartProblem} with what to do when it is anything else. */
    static MasterKey of(String base64) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new StartProblem("DOCHAK_VAULT_KEY is not base64.", MAKE_ONE);
        }
        if (secret.length != BYTES) {
            throw new StartProblem(
                    "DOCHAK_VAULT_KEY must be 32 bytes in base64; this one has " + secret.length + ".", MAKE_ONE);
        }
        return new MasterKey(secret);
    }

    /** The key for one purpose; the same every time. */
    public byte[] derive(String purpose) {
        try {
            return Hkdf.computeHkdf(
                    "HmacSha256", secret, new byte[0], ("dochak/" + purpose).getBytes(StandardCharsets.UTF_8), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no HMAC-SHA256", e);
        }
    }
}
