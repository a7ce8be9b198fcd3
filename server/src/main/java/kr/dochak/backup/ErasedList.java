package kr.dochak.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.database.OwnFiles;
import kr.dochak.identity.erasure.Erasures;
import kr.dochak.identity.erasure.Erasures.Gone;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps {@code erased.txt} beside the database: numbers of people who are gone, for as long as back-ups know them. A copy that
 * is restored from an older backup is told by it whom to erase once more (IDN-3).
 */
@Component
class ErasedList implements Ticking {

    /** When, of which mall, who. */
    private static final int PARTS = 3;

    private final Erasures erasures;
    private final RestoredCopy copy;
    private final Path file;
    private @Nullable List<String> written;

    ErasedList(Erasures erasures, RestoredCopy copy) {
        this.erasures = erasures;
        this.copy = copy;
        this.file = copy.data().resolve("erased.txt");
    }

    @Override
    public Cadence cadence() {
        return Cadence.every(Duration.ofMinutes(1));
    }

    /** A copy that is held may know less than the list of its original. */
    @Override
    public boolean isReady() {
        return !copy.isHeld();
    }

    @Override
    public boolean tick(Instant now) {
        List<String> lines = erasures.goneSince(now.minus(erasures.settings().backups())).stream()
                .map(ErasedList::line)
                .toList();
        if (!lines.equals(written)) {
            try {
                OwnFiles.write(file, lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written = lines;
        }
        return false;
    }

    static String line(Gone gone) {
        return gone.at() + " " + gone.tenantId() + " " + gone.person();
    }

    /** Throws IllegalArgumentException for what is no such line. */
    static Gone gone(String line) {
        String[] parts = line.strip().split(" ");
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("no line of erased.txt: " + line);
        }
        return new Gone(
                new MallId(Long.parseLong(parts[1])), new PersonId(Long.parseLong(parts[2])), Instant.parse(parts[0]));
    }
}
