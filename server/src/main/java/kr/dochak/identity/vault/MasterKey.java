package kr.dochak.identity.vault;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import kr.dochak.database.StartProblem;
import org.jspecify.annotations.Nullable;

/**
 * The one secret of the installation, which seals nothing itself: every use has a key of its own, derived from it (HKDF). When
 * it is changed, what wraps and signs from now on comes from the new one, and what is sealed for good from a root it carries.
 */
public final class MasterKey {

    static final int BYTES = 32;
    private static final String MAKE_ONE = "Make one with: openssl rand -base64 32";
    /** Uses that change with the key; every other finds what it sealed under an older one. */
    private static final Set<String> CHANGING =
            Set.of("vault/wrap", "vault/check", "vault/carry", "links", "codes", "throttle");

    private final byte version;
    private final byte[] secret;
    private final byte[] root;
    private final @Nullable MasterKey before;
    private final @Nullable OlderLinks olderLinks;

    /** How links of the key before were signed, and since when none are any more. */
    record OlderLinks(byte version, byte[] key, Instant since) {}

    private MasterKey(
            byte version, byte[] secret, byte[] root, @Nullable MasterKey before, @Nullable OlderLinks olderLinks) {
        this.version = version;
        this.secret = secret;
        this.root = root;
        this.before = before;
        this.olderLinks = olderLinks;
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
        return new MasterKey((byte) 1, secret, secret, null, null);
    }

    /** The same key as a later one of an installation. */
    MasterKey as(int number, byte[] carriedRoot, @Nullable MasterKey older, @Nullable OlderLinks links) {
        return new MasterKey((byte) number, secret, carriedRoot, older, links);
    }

    /** Which key of the installation it is, from 1. */
    byte version() {
        return version;
    }

    byte[] root() {
        return root.clone();
    }

    /** The key before it, while keys of people are still wrapped under that. */
    Optional<MasterKey> before() {
        return Optional.ofNullable(before);
    }

    Optional<OlderLinks> olderLinks() {
        return Optional.ofNullable(olderLinks);
    }

    /** The key for one purpose; the same every time. */
    public byte[] derive(String purpose) {
        try {
            return Hkdf.computeHkdf(
                    "HmacSha256",
                    CHANGING.contains(purpose) ? secret : root,
                    new byte[0],
                    ("dochak/" + purpose).getBytes(StandardCharsets.UTF_8),
                    BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no HMAC-SHA256", e);
        }
    }
}
