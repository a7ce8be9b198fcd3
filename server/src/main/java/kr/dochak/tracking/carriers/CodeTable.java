package kr.dochak.tracking.carriers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kr.dochak.shared.CsvTable;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier's codes and texts mean in our one vocabulary (TRK-3), as a file for each carrier. A row is a code, a whole
 * text, or words that a text contains; of those the first in the file counts. What is in no row has no meaning: never a
 * guess.
 */
final class CodeTable {

    private static final Map<String, CodeTable> LOADED = new ConcurrentHashMap<>();
    private static final List<Contained<ScanReason>> REASONS = CsvTable.rows("/carriers/reasons.csv").stream()
            .map(row -> new Contained<>(row.getField("has"), ScanReason.valueOf(row.getField("reason"))))
            .toList();

    record Meaning(ShipmentStatus status, @Nullable ScanReason reason) {}

    private record Contained<T>(String words, T means) {}

    private final Map<String, Meaning> codes = new HashMap<>();
    private final Map<String, Meaning> texts = new HashMap<>();
    private final List<Contained<Meaning>> contained = new ArrayList<>();

    private CodeTable(String name) {
        CsvTable.rows("/carriers/codes/" + name + ".csv").forEach(row -> {
            String reason = row.getField("reason");
            Meaning meaning = new Meaning(
                    ShipmentStatus.valueOf(row.getField("status")),
                    reason.isEmpty() ? null : ScanReason.valueOf(reason));
            String key = row.getField("key");
            switch (row.getField("match")) {
                case "code" -> codes.put(key, meaning);
                case "is" -> texts.put(key, meaning);
                case "has" -> contained.add(new Contained<>(key, meaning));
                default -> throw new IllegalStateException(name + ": " + row);
            }
        });
    }

    static CodeTable of(String name) {
        return LOADED.computeIfAbsent(name, CodeTable::new);
    }

    /** The table of a carrier whose texts we know; aggregators pass them on. */
    static Optional<CodeTable> ofTexts(String carrier) {
        return switch (carrier) {
            case "kr.cjlogistics", "kr.hanjin", "kr.lotte", "kr.epost", "kr.logen", "kr.coupangls" ->
                Optional.of(of(carrier));
            default -> Optional.empty();
        };
    }

    Optional<Meaning> code(String code, String text) {
        return Optional.ofNullable(codes.get(code.strip())).map(meaning -> withReason(meaning, text));
    }

    Optional<Meaning> text(String text) {
        Meaning whole = texts.get(text.strip());
        return (whole != null
                        ? Optional.of(whole)
                        : contained.stream()
                                .filter(row -> text.contains(row.words()))
                                .map(Contained::means)
                                .findFirst())
                .map(meaning -> withReason(meaning, text));
    }

    /** Why it did not go on is asked only where it did not go on: "fragile" on an ordinary scan is no damage. */
    private static Meaning withReason(Meaning meaning, String text) {
        if (meaning.reason() != null || !needsReason(meaning.status())) {
            return meaning;
        }
        return REASONS.stream()
                .filter(row -> text.contains(row.words()))
                .findFirst()
                .map(row -> new Meaning(meaning.status(), row.means()))
                .orElse(meaning);
    }

    private static boolean needsReason(ShipmentStatus status) {
        return status == ShipmentStatus.ATTEMPT_FAIL
                || status == ShipmentStatus.EXCEPTION
                || status == ShipmentStatus.RETURNING;
    }
}
