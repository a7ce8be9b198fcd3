package kr.dochak.shared;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of one language, handed to templates. A missing key fails loudly, so that no raw key reaches a reader. */
public record Words(MessageSource source, Locale locale) {

    /** The text for a key such as {@code shared.pager.next}, with its arguments filled in. */
    public String word(String key, Object... args) {
        return source.getMessage(key, args, locale);
    }

    /** True when the reader chose English. */
    public boolean english() {
        return locale.getLanguage().equals("en");
    }

    /** The language tag for the {@code lang} attribute. */
    public String lang() {
        return english() ? "en" : "ko";
    }
}
