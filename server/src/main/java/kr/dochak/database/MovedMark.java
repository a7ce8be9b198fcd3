package kr.dochak.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says that what was in the embedded PostgreSQL of a folder lives elsewhere since. A start on the folder's own database would go on from
 * a past that others have left, so it is refused; vault key and mappings of the folder are still used.
 */
public final class MovedMark {

    static final String FILE = "moved.txt";
    /** A schema of an outside database into which a move has begun and not ended. */
    static final String HALF = "dochak_moving";

    private MovedMark() {}

    /** From now on a start on the folder's own database is refused. */
    public static void write(Path data, String url, Instant at) throws IOException {
        OwnFiles.write(data.resolve(FILE), List.of(withoutSecrets(url), at.toString()));
    }

    /** Where it went. */
    public static Optional<String> of(Path data) {
        Path mark = data.resolve(FILE);
        try {
            return Files.exists(mark) ? Files.readAllLines(mark).stream().findFirst() : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address may carry a password. */
    public static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    static void mustNotBeOf(Path data) {
        of(data).ifPresent(url -> {
            throw new StartProblem(
                    "What was in %s was moved to %s, and this start would go on from before the move."
                            .formatted(data, url),
                    "Start with --database-url %s. To go back to the old data for good, delete %s (docs/moving.md)."
                                    .formatted(url, data.resolve(FILE))
                            + " Nothing was changed.");
        });
    }
}
