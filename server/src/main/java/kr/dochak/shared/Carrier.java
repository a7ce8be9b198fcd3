package kr.dochak.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A carrier of the register, {@code /carriers/carriers.csv}: the one place that says which carriers there are and what people
 * call them. A new carrier is a row of it.
 *
 * @param id country.carrier, as everywhere in the product
 * @param aliases what malls and spreadsheets call it besides
 * @param sweettracker its code at that aggregator
 * @param shape what its tracking numbers look like; null when nobody could verify it (korea.md 4.2)
 */
public record Carrier(
        String id,
        String name,
        String english,
        List<String> aliases,
        String phone,
        String sweettracker,
        @Nullable Pattern shape) {

    private static final List<Carrier> KNOWN = CsvTable.rows("/carriers/carriers.csv").stream()
            .map(row -> new Carrier(
                    row.getField("id"),
                    row.getField("name"),
                    row.getField("english"),
                    Arrays.stream(row.getField("aliases").split("\\|"))
                            .filter(alias -> !alias.isEmpty())
                            .toList(),
                    row.getField("phone"),
                    row.getField("sweettracker"),
                    row.getField("shape").isEmpty() ? null : Pattern.compile(row.getField("shape"))))
            .toList();

    /**
     * Carries nothing: orders that try the whole way out go with it (SET-2). What goes with it is in no figure, is never learned from
     * and never compensated.
     */
    public static final Carrier TRIAL = new Carrier("test.dochak", "시험 배송", "Test delivery", List.of(), "", "", null);

    private static final List<Carrier> ALL =
            Stream.concat(KNOWN.stream(), Stream.of(TRIAL)).toList();

    private static final Map<String, Carrier> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Carrier::id, Function.identity()));
    private static final Map<String, Carrier> WRITTEN = written(ALL);

    /** The register, the most used first. */
    public static List<Carrier> known() {
        return KNOWN;
    }

    public static Optional<Carrier> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Whether it is the one of test orders. */
    public static boolean isTrial(@Nullable String id) {
        return TRIAL.id.equals(id);
    }

    public static Optional<Carrier> of(CarrierId id) {
        return of(id.value());
    }

    /** The carrier that somebody means by its id or by one of its names, whatever the case and the spaces. */
    public static Optional<Carrier> written(String text) {
        return Optional.ofNullable(WRITTEN.get(plain(text)));
    }

    /** What people call it; its id when the register does not have it. */
    public static String nameOf(String id) {
        return of(id).map(Carrier::name).orElse(id);
    }

    /** What people call it; its id when the register does not have it. */
    public static String nameOf(CarrierId id) {
        return nameOf(id.value());
    }

    /** What people of a language call it; its id when the register does not have it. */
    public static String nameOf(CarrierId id, Locale locale) {
        return of(id).map(carrier -> carrier.name(locale)).orElse(id.value());
    }

    public CarrierId carrierId() {
        return new CarrierId(id);
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals(Locale.KOREAN.getLanguage()) ? name : english;
    }

    private static Map<String, Carrier> written(List<Carrier> carriers) {
        Map<String, Carrier> written = new HashMap<>();
        for (Carrier carrier : carriers) {
            Stream.concat(Stream.of(carrier.id, carrier.name, carrier.english), carrier.aliases.stream())
                    .map(Carrier::plain)
                    .forEach(text -> written.putIfAbsent(text, carrier));
        }
        return written;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cc}\\p{Cf}()]", "")
                .toLowerCase(Locale.ROOT);
    }
}
