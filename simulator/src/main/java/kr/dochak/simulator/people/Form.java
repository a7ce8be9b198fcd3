package kr.dochak.simulator.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A form as a browser would find it on a page: where it goes and what it carries unseen. */
public record Form(String action, Map<String, String> hidden) {

    private static final Pattern FORMS = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUTS = Pattern.compile("<input\\b([^>]*)>");

    static Optional<Form> asking(String page, String field) {
        return find(page, form -> form.group(2).contains("name=\"" + field + "\""))
                .findFirst();
    }

    static Optional<Form> to(String page, String action) {
        return find(page, form -> attribute(form.group(1), "action").equals(action))
                .findFirst();
    }

    /** All forms whose address matches, in the order of the page. */
    public static List<Form> allTo(String page, Pattern action) {
        return find(
                        page,
                        form -> action.matcher(attribute(form.group(1), "action"))
                                .matches())
                .toList();
    }

    /** A form with everything that stands in it, for who changes a little of it and sends it. */
    static Optional<Form> whole(String page, String action) {
        return FORMS.matcher(page)
                .results()
                .filter(form -> attribute(form.group(1), "action").equals(action))
                .map(form -> new Form(action, Written.in(form.group(2))))
                .findFirst();
    }

    private static Stream<Form> find(String page, Predicate<MatchResult> wanted) {
        return FORMS.matcher(page)
                .results()
                .filter(wanted)
                .map(form -> new Form(attribute(form.group(1), "action"), hidden(form.group(2))));
    }

    private static Map<String, String> hidden(String inside) {
        Map<String, String> hidden = new LinkedHashMap<>();
        Matcher inputs = INPUTS.matcher(inside);
        while (inputs.find()) {
            if (attribute(inputs.group(1), "type").equals("hidden")) {
                hidden.put(attribute(inputs.group(1), "name"), attribute(inputs.group(1), "value"));
            }
        }
        return hidden;
    }

    static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }

    String actionOr(String otherwise) {
        return action.isEmpty() ? otherwise : action;
    }

    public Map<String, String> with(String name, String value) {
        Map<String, String> fields = new LinkedHashMap<>(hidden);
        fields.put(name, value);
        return fields;
    }
}
