package kr.dochak.tracking.carriers;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.dochak.shared.CsvTable;
import org.jspecify.annotations.Nullable;

/**
 * A carrier we know something about; any other may still send its scans.
 *
 * @param id country.carrier, as everywhere in the product
 * @param sweettracker its code at that aggregator
 * @param shape what its tracking numbers look like; null when nobody could verify it
 */
public record Carrier(
        String id,
        String name,
        String phone,
        String sweettracker,
        @Nullable Pattern shape) {

    private static final List<Carrier> KNOWN = CsvTable.rows("/carriers/carriers.csv").stream()
            .map(row -> new Carrier(
                    row.getField("id"),
                    row.getField("name"),
                    row.getField("phone"),
                    row.getField("sweettracker"),
                    row.getField("shape").isEmpty() ? null : Pattern.compile(row.getField("shape"))))
            .toList();

    public static List<Carrier> known() {
        return KNOWN;
    }

    public static Optional<Carrier> of(String id) {
        return KNOWN.stream().filter(carrier -> carrier.id.equals(id)).findFirst();
    }

    /** What people call it; its id when we do not know. */
    public static String nameOf(String id) {
        return of(id).map(Carrier::name).orElse(id);
    }
}
