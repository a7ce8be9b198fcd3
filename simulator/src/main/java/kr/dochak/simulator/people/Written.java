package kr.dochak.simulator.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the fields of a form as a browser would send it untouched. */
final class Written {

    private static final Pattern INPUTS = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern AREAS = Pattern.compile("<textarea\\b([^>]*)>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern SELECTS = Pattern.compile("<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option\\b([^>]*)\\sselected\\b[^>]*>");
    private static final Pattern CHECKED = Pattern.compile("\\schecked\\b");

    private Written() {}

    static Map<String, String> in(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        INPUTS.matcher(form).results().map(found -> found.group(1)).forEach(tag -> {
            boolean box = Form.attribute(tag, "type").equals("checkbox");
            if (!box || CHECKED.matcher(tag).find()) {
                fields.put(Form.attribute(tag, "name"), text(Form.attribute(tag, "value")));
            }
        });
        AREAS.matcher(form)
                .results()
                .forEach(area -> fields.put(Form.attribute(area.group(1), "name"), text(area.group(2))));
        SELECTS.matcher(form).results().forEach(select -> {
            Matcher chosen = CHOSEN.matcher(select.group(2));
            if (chosen.find()) {
                fields.put(Form.attribute(select.group(1), "name"), text(Form.attribute(chosen.group(1), "value")));
            }
        });
        fields.remove("");
        return fields;
    }

    /** As it was before it was put into a page. */
    static String text(String escaped) {
        return escaped.replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
