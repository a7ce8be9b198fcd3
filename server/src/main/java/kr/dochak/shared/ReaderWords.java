package kr.dochak.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The words of whoever asks: English when the request prefers it, else Korean. */
@Component
public class ReaderWords {

    private final MessageSource messages;
    private final LocaleResolver languages;

    public ReaderWords(MessageSource messages, LocaleResolver languages) {
        this.messages = messages;
        this.languages = languages;
    }

    /** The words for the request this thread answers; Korean where it answers none. */
    public Words words() {
        LocaleContext asked = LocaleContextHolder.getLocaleContext();
        Locale locale = asked == null ? null : asked.getLocale();
        return new Words(messages, locale == null ? Locale.KOREAN : locale);
    }

    /** The words for a request that no controller was asked yet. */
    public Words words(HttpServletRequest request) {
        return new Words(messages, languages.resolveLocale(request));
    }
}
