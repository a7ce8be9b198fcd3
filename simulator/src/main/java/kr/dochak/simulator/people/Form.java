package kr.dochak.simulator.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form as a browser would find it on a page: where it goes and what it carries unseen. */
record Form(String action, Map<String, String> hidden) {

    private static final Pattern FORMS = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUTS = Pattern.compile("<input\\b([^>]*)>");

    static Optional<Form> asking(String page, String field) {
        Matcher forms = FORMS.matcher(page);
        while (forms.find()) {
            if (forms.group(2).contains("name=\"" + field + "\"")) {
                return Optional.of(new Form(attribute(forms.group(1), "action"), hidden(forms.group(2))));
            }
        }
        return Optional.empty();
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

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }

    String actionOr(String otherwise) {
        return action.isEmpty() ? otherwise : action;
    }

    Map<String, String> with(String name, String value) {
        Map<String, String> fields = new LinkedHashMap<>(hidden);
        fields.put(name, value);
        return fields;
    }
}
