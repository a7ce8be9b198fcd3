package kr.dochak.identity.vault;

import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Seals what other modules must keep secret and yet read again, such as the key a webhook is signed with. */
@Component
public class Secrets {

    private final Sealing sealing;

    Secrets(MasterKey master) {
        this.sealing = new Sealing(master.derive("secrets"));
    }

    /** @param belongsTo what it is the secret of; opened for anything else it does not open */
    public byte[] seal(String secret, String belongsTo) {
        return sealing.sealText(secret, belongsTo);
    }

    /** As {@link #open} for what comes from outside in base64url; nothing when we did not seal it, or for something else. */
    public Optional<String> openOurs(String sealed, String belongsTo) {
        try {
            return Optional.of(open(Base64.getUrlDecoder().decode(sealed), belongsTo));
        } catch (IllegalArgumentException | Sealing.TamperedException e) {
            return Optional.empty();
        }
    }

    public String open(byte[] sealed, String belongsTo) {
        return sealing.openText(sealed, belongsTo);
    }
}
