package kr.dochak.identity.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.dochak.changes.Change.Field;

/**
 * How an act is called by its door: {@code POST /console/cases/{id}/answers} is {@code cases.answers} about the case of that id. Pure.
 *
 * @param parts further ids that the address names
 */
public record ActName(String what, String kind, String object, List<Field> parts) {

    /** Ids, keys of settings and codes of carriers; whatever else stands in an address is not kept. */
    private static final Predicate<String> ID =
            Pattern.compile("[a-z0-9._-]{1,60}").asMatchPredicate();

    private static final Predicate<String> NUMBERS =
            Pattern.compile("0\\d{8,10}").asMatchPredicate();

    /**
     * The name of a request.
     *
     * @param pattern the address as its handler declares it
     * @param values what stands for each name of the pattern
     */
    public static ActName of(String method, String pattern, Map<String, String> values) {
        List<String> names = Stream.of(pattern.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("console"))
                .toList();
        List<String> plain =
                names.stream().filter(part -> !part.startsWith("{")).toList();
        List<Field> ids = new ArrayList<>();
        names.stream().filter(part -> part.startsWith("{")).forEach(part -> {
            String name = part.replaceAll("[{}]|:.*", "");
            ids.add(new Field(name, "", id(values.getOrDefault(name, ""))));
        });
        String what = String.join(".", plain) + suffix(method);
        String kind = plain.isEmpty() ? "console" : plain.getFirst();
        return ids.isEmpty()
                ? new ActName(what, kind, "", List.of())
                : new ActName(what, kind, ids.getFirst().after(), List.copyOf(ids.subList(1, ids.size())));
    }

    private static String suffix(String method) {
        return method.equals("DELETE") ? ".undone" : "";
    }

    private static String id(String value) {
        return ID.test(value) && !NUMBERS.test(value) ? value : "";
    }
}
