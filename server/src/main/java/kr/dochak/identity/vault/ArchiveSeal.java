package kr.dochak.identity.vault;

import org.springframework.stereotype.Component;

/** Seals what law keeps of erased people under a key of its own: neither their keys nor those of secrets open it. */
@Component
public class ArchiveSeal {

    private final Sealing sealing;

    ArchiveSeal(MasterKey master) {
        this.sealing = new Sealing(master.derive("archive"));
    }

    public byte[] seal(String clear, String belongsTo) {
        return sealing.sealText(clear, belongsTo);
    }

    public String open(byte[] sealed, String belongsTo) {
        return sealing.openText(sealed, belongsTo);
    }
}
