package kr.dochak.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.OwnFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of the last backup of a data folder. It lies beside the database, since a backup is made without the server, and since
 * it must outlive a backup that was killed.
 *
 * @param begun when the last one began
 * @param done when the last one that succeeded had begun; null before there was one
 * @param over whether the last one has ended, well or not
 */
record BackupNote(Instant begun, @Nullable Instant done, boolean over) {

    private static final Logger log = LoggerFactory.getLogger(BackupNote.class);
    private static final String FILE = "last-backup.txt";
    private static final String DATABASE = "postgres";

    /** Whether the last one that ended did not succeed. */
    boolean failed() {
        return over && !begun.equals(done);
    }

    /** Nothing can be said where nothing was noted, or where the note cannot be read. */
    static Optional<BackupNote> of(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve(FILE));
            return lines.size() < 3
                    ? Optional.empty()
                    : Optional.of(new BackupNote(
                            Instant.parse(lines.getFirst()),
                            lines.get(1).isBlank() ? null : Instant.parse(lines.get(1)),
                            Boolean.parseBoolean(lines.get(2))));
        } catch (IOException | DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** One begins now. */
    static void begins(Path data, Instant now) {
        write(data, new BackupNote(now, of(data).map(BackupNote::done).orElse(null), false));
    }

    /** The one that began at this moment is over. */
    static void ends(Path data, Instant begun, boolean well) {
        Instant before = of(data).map(BackupNote::done).orElse(null);
        write(data, new BackupNote(begun, well ? begun : before, true));
    }

    /** A note that cannot be written is no reason to make no backup. */
    private static void write(Path data, BackupNote note) {
        if (!Files.isDirectory(data.resolve(DATABASE))) {
            return; // a folder of something else is left as it is
        }
        try {
            OwnFiles.write(
                    data.resolve(FILE),
                    List.of(
                            note.begun().toString(),
                            note.done() == null ? "" : note.done().toString(),
                            String.valueOf(note.over())));
        } catch (IOException notNoted) {
            log.warn("what became of the backup was not noted", notNoted);
        }
    }
}
