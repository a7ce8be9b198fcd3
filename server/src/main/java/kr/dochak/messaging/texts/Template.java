package kr.dochak.messaging.texts;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.NoticeWords.Text;
import org.jspecify.annotations.Nullable;

/**
 * One version of a text. Variables are written {@code #{name}} as the Alimtalk vendors want them.
 *
 * @param vendorCode under which the Alimtalk vendor has approved it
 */
public record Template(
        long id,
        String wording,
        ChannelName channel,
        String language,
        int version,
        String title,
        String body,
        @Nullable String vendorCode) {

    static final Pattern VARIABLE = Pattern.compile("#\\{([^}]*)}");

    Set<String> variables() {
        Set<String> names = new TreeSet<>();
        Matcher matcher = VARIABLE.matcher(title + "\n" + body);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    public Text render(Map<String, String> values) {
        return new Text(fill(title, values), fill(body, values));
    }

    private static String fill(String text, Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(variable -> Matcher.quoteReplacement(values.getOrDefault(variable.group(1), "")));
    }
}
