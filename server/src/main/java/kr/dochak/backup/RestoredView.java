package kr.dochak.backup;

import java.time.Instant;
import java.util.List;

/**
 * What the page of a restored copy shows.
 *
 * @param checked false while the rows are still being counted
 * @param tables none where the backup was made of a server that stood still
 */
public record RestoredView(
        Instant madeAt, boolean checked, int tables, long rows, List<Difference> differences, int erasedAgain) {

    /** A table whose rows are not as many as were counted when the backup was made. */
    public record Difference(String table, long counted, long found) {}

    static RestoredView of(Manifest manifest, RestoredCheck.Result result) {
        return new RestoredView(
                manifest.madeAt(),
                true,
                result.rows().tables(),
                result.rows().rows(),
                result.rows().differences(),
                result.erasedAgain());
    }

    static RestoredView unchecked(Manifest manifest) {
        return new RestoredView(manifest.madeAt(), false, 0, 0, List.of(), 0);
    }
}
