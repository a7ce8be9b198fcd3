package kr.dochak.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.OwnFiles;

/**
 * Files that say a data folder is a restored copy: what was in the backup, and who was erased since. They lie beside the
 * database, since the database is that of the original.
 */
final class RestoredMark {

    private static final String MARK = "restored.json";
    private static final String ERASURES = "erased-since.txt";

    private RestoredMark() {}

    static void write(Path folder, Manifest manifest, List<String> erasures) throws IOException {
        if (!erasures.isEmpty()) {
            OwnFiles.write(folder.resolve(ERASURES), erasures);
        }
        OwnFiles.write(folder.resolve(MARK), List.of(new String(manifest.json(), StandardCharsets.UTF_8)));
    }

    static Optional<Manifest> of(Path folder) {
        Path mark = folder.resolve(MARK);
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Manifest.of(Files.readAllBytes(mark)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> erasures(Path folder) throws IOException {
        Path list = folder.resolve(ERASURES);
        return Files.exists(list) ? Files.readAllLines(list) : List.of();
    }

    /** The copy takes the original's place. */
    static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(MARK));
    }
}
