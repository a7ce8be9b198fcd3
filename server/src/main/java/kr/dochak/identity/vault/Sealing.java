package kr.dochak.identity.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** AES-256-GCM with what it belongs to (person and field) as associated data: a value moved elsewhere does not open. */
final class Sealing {

    private final Aead aead;

    Sealing(byte[] key) {
        try {
            aead = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a key of 32 bytes", e);
        }
    }

    byte[] seal(byte[] clear, String belongsTo) {
        try {
            return aead.encrypt(clear, belongsTo.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not seal " + belongsTo, e);
        }
    }

    /** Opens it; throws {@link TamperedException} when it was sealed with another key, for something else, or changed. */
    byte[] open(byte[] sealed, String belongsTo) {
        try {
            return aead.decrypt(sealed, belongsTo.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new TamperedException(belongsTo, e);
        }
    }

    byte[] sealText(String clear, String belongsTo) {
        return seal(clear.getBytes(StandardCharsets.UTF_8), belongsTo);
    }

    String openText(byte[] sealed, String belongsTo) {
        return new String(open(sealed, belongsTo), StandardCharsets.UTF_8);
    }

    /** A sealed value that cannot be opened: wrong key, wrong place, or changed bytes. */
    static final class TamperedException extends RuntimeException {

        TamperedException(String belongsTo, Throwable cause) {
            super("sealed value does not open: " + belongsTo, cause);
        }
    }
}
