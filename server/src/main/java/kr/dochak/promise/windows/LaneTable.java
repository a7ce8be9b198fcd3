package kr.dochak.promise.windows;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.promise.silence.UsualGaps;

/**
 * Remaining times of all lanes, from the most special that has enough history to the default:
 * carrier and lane, lane, destination, carrier, anything. Immutable; replaced as a whole when lanes were learned anew.
 */
public final class LaneTable {

    /** With fewer deliveries the broader group is the better guess. */
    static final int ENOUGH = 20;

    static final String ANY = "*";

    /** A row's key. */
    record Key(String carrier, String origin, String destination, Stage stage) {}

    /** A row: how many deliveries stand behind it; none for a default. */
    record Row(int deliveries, Remaining remaining) {}

    private final Map<Key, Row> rows;
    private final int version;
    private final UsualGaps gaps;

    LaneTable(Map<Key, Row> rows, int version) {
        this(rows, version, UsualGaps.NONE);
    }

    LaneTable(Map<Key, Row> rows, int version, UsualGaps gaps) {
        this.rows = Map.copyOf(rows);
        this.version = version;
        this.gaps = gaps;
    }

    /** How long parcels of these lanes usually go without a scan. */
    UsualGaps gaps() {
        return gaps;
    }

    int version() {
        return version;
    }

    Map<Key, Row> rows() {
        return rows;
    }

    Remaining remaining(String carrier, String origin, String destination, Stage stage) {
        for (Key key : candidates(carrier, origin, destination, stage)) {
            Row row = rows.get(key);
            if (row != null && (row.deliveries >= ENOUGH || row.deliveries == 0)) {
                return row.remaining;
            }
        }
        return Objects.requireNonNull(rows.get(new Key(ANY, ANY, ANY, stage)), () -> "no default for " + stage)
                .remaining;
    }

    private static List<Key> candidates(String carrier, String origin, String destination, Stage stage) {
        return List.of(
                new Key(carrier, origin, destination, stage),
                new Key(ANY, origin, destination, stage),
                new Key(ANY, ANY, destination, stage),
                new Key(carrier, ANY, ANY, stage),
                new Key(ANY, ANY, ANY, stage));
    }
}
