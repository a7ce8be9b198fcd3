package kr.dochak.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says that what was in the embedded PostgreSQL of a folder lives elsewhere since, or may do so. A start on the folder's own database
 * would go on from a past that others have left, so it is refused; vault key and mappings of the folder are still used.
 *
 * @param url where it went
 * @param ended false while the move's last commit is on its way: whoever is killed then does not know what came of it
 */
public record MovedMark(String url, boolean ended) {

    static final String FILE = "moved.txt";
    /** A schema of an outside database into which a move has begun and not ended. */
    static final String HALF = "dochak_moving";

    private static final String ON_ITS_WAY = "the last commit is on its way";
    private static final int LINE_OF_STATE = 2;

    /** From now on a start on the folder's own database is refused, since the next commit is the one that moves. */
    public static void begin(Path data, String url, Instant at) throws IOException {
        write(data, List.of(withoutSecrets(url), at.toString(), ON_ITS_WAY));
    }

    /** It is moved for good. */
    public static void end(Path data, String url, Instant at) throws IOException {
        write(data, List.of(withoutSecrets(url), at.toString()));
    }

    /** Nothing was moved after all. */
    public static void takeBack(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(FILE));
    }

    /** There is a mark at each moment, the one of before or the new one. */
    private static void write(Path data, List<String> lines) throws IOException {
        Path draft = data.resolve(FILE + ".new");
        OwnFiles.write(draft, lines);
        Files.move(draft, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What stands in the folder. */
    public static Optional<MovedMark> of(Path data) {
        Path mark = data.resolve(FILE);
        try {
            if (!Files.exists(mark)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(mark);
            return Optional.of(new MovedMark(
                    lines.isEmpty() ? "" : lines.getFirst(),
                    lines.size() <= LINE_OF_STATE || !lines.get(LINE_OF_STATE).equals(ON_ITS_WAY)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this address is the one of the mark. */
    public boolean isAt(String address) {
        return url.equals(withoutSecrets(address));
    }

    /** An address may carry a password. */
    public static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    static void mustNotBeOf(Path data) {
        of(data).ifPresent(mark -> {
            throw mark.ended
                    ? new StartProblem(
                            "What was in %s was moved to %s, and this start would go on from before the move."
                                    .formatted(data, mark.url),
                            "Start with --database-url %s. To go back to the old data for good, delete %s (docs/moving.md)."
                                            .formatted(mark.url, data.resolve(FILE))
                                    + " Nothing was changed.")
                    : new StartProblem(
                            "A move of what is in %s to %s was broken off in its last moment, and may have ended."
                                    .formatted(data, mark.url),
                            "Run ./run move --database-url %s again, which finds out (docs/moving.md)."
                                            .formatted(mark.url)
                                    + " Nothing was changed.");
        });
    }
}
