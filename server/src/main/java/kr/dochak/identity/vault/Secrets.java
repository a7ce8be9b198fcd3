package kr.dochak.identity.vault;

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

    public String open(byte[] sealed, String belongsTo) {
        return sealing.openText(sealed, belongsTo);
    }
}
