package kr.dochak.tracking.carriers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.CsvTable;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier's codes and texts mean in our one vocabulary (TRK-3), as a file for each carrier and {@code common.csv} for
 * the words all share: what is in no row has no meaning, never a guess. A row is a code, a whole text, or words that a text
 * contains, where the first row counts.
 */
final class CodeTable {

    private static final String COMMON = "common";
    private static final Set<String> WITH_TEXTS = Set.of(
            "kr.cjlogistics",
            "kr.hanjin",
            "kr.lotte",
            "kr.epost",
            "kr.logen",
            "kr.coupangls",
            "kr.ilyanglogis",
            "kr.cvsnet",
            "kr.cupost");

    /** Words of an exception that say what may not happen, what is done when it does, or what was done all the same. */
    private static final Pattern NO_EXCEPTION = Pattern.compile("주의|취급|부재\\s?시|경우|예방|경비실|무인|문\\s?앞|완료");

    private static final Pattern RETURN = Pattern.compile("반송");

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

    /** The table of a carrier's texts, which aggregators pass on; of one whose texts nobody knows, that of all carriers. */
    static CodeTable ofTexts(CarrierId carrier) {
        return of(WITH_TEXTS.contains(carrier.value()) ? carrier.value() : COMMON);
    }

    /** What all carriers call the same is asked only through {@link #exception}. */
    private List<Contained<Meaning>> usual() {
        return this == LOADED.get(COMMON) ? List.of() : contained;
    }

    /** By its code; what that leaves open, the words beside it say if they are those of an exception. */
    Optional<Meaning> code(String code, String text) {
        Meaning meaning = codes.get(code.strip());
        if (meaning == null) {
            return exception(text);
        }
        return Optional.of(
                meaning.reason() == null && needsReason(meaning.status())
                        ? exception(text).orElseGet(() -> withReason(meaning, text))
                        : meaning);
    }

    /** A whole text first, then words of an exception, then words of the usual way: 오도착 contains 도착. */
    Optional<Meaning> text(String text) {
        Meaning whole = texts.get(text.strip());
        return (whole == null ? exception(text).or(() -> first(usual(), text)) : Optional.of(whole))
                .map(meaning -> withReason(meaning, text));
    }

    private static Optional<Meaning> exception(String text) {
        boolean returned = RETURN.matcher(text).find();
        return returned || !NO_EXCEPTION.matcher(text).find() ? first(of(COMMON).contained, text) : Optional.empty();
    }

    private static Optional<Meaning> first(List<Contained<Meaning>> rows, String text) {
        return rows.stream()
                .filter(row -> text.contains(row.words()))
                .map(Contained::means)
                .findFirst();
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
                || status == ShipmentStatus.HELD
                || status == ShipmentStatus.RETURNING
                || status == ShipmentStatus.RETURNED;
    }
}
