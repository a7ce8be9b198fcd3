package kr.dochak.identity.vault;

import kr.dochak.database.StartProblem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses to start with a master key other than the one this database was sealed with: half of the data would be lost. */
final class VaultCheck {

    private static final String WORD = "dochak";

    private final JdbcClient jdbc;

    VaultCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void mustFit(MasterKey master) {
        Sealing sealing = new Sealing(master.derive("vault/check"));
        jdbc.sql("insert into identity.vault_check (sealed) values (:sealed) on conflict do nothing")
                .param("sealed", sealing.sealText(WORD, WORD))
                .update();
        byte[] sealed = jdbc.sql("select sealed from identity.vault_check")
                .query(byte[].class)
                .single();
        try {
            sealing.openText(sealed, WORD);
        } catch (Sealing.TamperedException _) {
            throw new StartProblem(
                    "This database was sealed with another vault key.",
                    "Start with the key it was made with (DOCHAK_VAULT_KEY, or the file vault.key in the data folder).");
        }
    }
}
