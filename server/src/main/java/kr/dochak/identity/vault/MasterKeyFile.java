package kr.dochak.identity.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import kr.dochak.database.StartProblem;
import kr.dochak.shared.chance.Unguessable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the master key: from the environment, else from the file beside the embedded database, made at the first start. */
final class MasterKeyFile {

    private static final Logger log = LoggerFactory.getLogger(MasterKeyFile.class);

    private MasterKeyFile() {}

    /** The key, and the one before it while people's keys are still wrapped under that. */
    record Found(MasterKey key, @Nullable MasterKey before) {

        private static Found of(List<String> keys) {
            return new Found(
                    MasterKey.of(keys.getFirst()),
                    keys.size() < 2 || keys.get(1).isBlank() ? null : MasterKey.of(keys.get(1)));
        }
    }

    static Found find(String given, String before, VaultSettings settings) {
        if (!given.isBlank()) {
            return Found.of(List.of(given, before));
        }
        // a folder that was moved brings its key along; making one here would be one that nobody else has
        if (settings.databaseIsOutside() && !Files.exists(settings.keyFile())) {
            throw new StartProblem(
                    "With an outside database the key of the personal-data vault must come from the environment.",
                    "Set DOCHAK_VAULT_KEY (make one with: openssl rand -base64 32) and keep a copy in a safe place."
                            + " After ./run move start with the folder that was moved, which has its key.");
        }
        try {
            return Found.of(
                    Files.exists(settings.keyFile())
                            ? Files.readAllLines(settings.keyFile())
                            : List.of(make(settings.keyFile())));
        } catch (IOException e) {
            throw new UncheckedIOException("The vault's key file " + settings.keyFile() + " cannot be used", e);
        }
    }

    private static String make(Path file) throws IOException {
        String text = Base64.getEncoder().encodeToString(Unguessable.bytes(MasterKey.BYTES));
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
        log.warn(
                "Made the key of the personal-data vault in {}. Without it no personal data can be read again: keep a copy apart from the database.",
                file);
        return text;
    }
}
