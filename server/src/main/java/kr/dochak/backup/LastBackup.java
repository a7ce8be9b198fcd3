package kr.dochak.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When this installation was last backed up whole (SET-3). */
@Component
public class LastBackup {

    private final Path data;

    LastBackup(BackupSettings settings) {
        this.data = settings.data();
    }

    /** Nothing while there was none, or the database is an outside one, which others back up. */
    public Optional<Instant> at() {
        return BackupNote.of(data).flatMap(note -> Optional.ofNullable(note.done()));
    }
}
