package kr.dochak.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.OwnFiles;
import org.springframework.stereotype.Component;

/** When this installation was last backed up whole (SET-3): each backup leaves the moment in the data folder. */
@Component
public class LastBackup {

    private static final String MARK = "last-backup.txt";

    private final Path data;

    LastBackup(BackupSettings settings) {
        this.data = settings.data();
    }

    /** Nothing while there was none, or the database is an outside one, which others back up. */
    public Optional<Instant> at() {
        Path mark = data.resolve(MARK);
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(Files.readString(mark).strip()));
        } catch (IOException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static void note(Path data, Instant at) throws IOException {
        OwnFiles.write(data.resolve(MARK), List.of(at.toString()));
    }
}
