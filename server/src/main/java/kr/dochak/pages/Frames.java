package kr.dochak.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Builds the {@link Frame} of a page from its request. */
@Component
public class Frames {

    private static final FrameFacts PLAIN_FACTS = new FrameFacts() {};

    private final MessageSource messages;
    private final ObjectProvider<FrameFacts> facts;
    private final ObjectProvider<NavEntry> entries;
    private final Assets assets;
    private final InstantSource clock;

    Frames(
            MessageSource messages,
            ObjectProvider<FrameFacts> facts,
            ObjectProvider<NavEntry> entries,
            Assets assets,
            InstantSource clock) {
        this.clock = clock;
        this.messages = messages;
        this.facts = facts;
        this.entries = entries;
        this.assets = assets;
    }

    /** The words in the language of the request. */
    public Words words(HttpServletRequest request) {
        return new Words(messages, RequestContextUtils.getLocale(request));
    }

    /**
     * The frame of a page.
     *
     * @param active the key of the place that is marked; without one no places are shown, as around a log-in or an error
     */
    public Frame of(HttpServletRequest request, String active, String titleKey) {
        FrameFacts about = facts.orderedStream()
                .filter(each -> each.knows(request))
                .findFirst()
                .orElse(PLAIN_FACTS);
        Words words = words(request);
        List<NavEntry> nav = entries.stream()
                .filter(entry ->
                        !active.isEmpty() && entry.surface() == about.surface() && about.mayOpen(request, entry))
                .sorted(Comparator.comparingInt(NavEntry::order))
                .toList();
        return new Frame(
                words.word(titleKey),
                words,
                about.mall(request),
                active,
                nav,
                path(request),
                csrf(request),
                assets.version(),
                clock.instant(),
                about.who(request),
                flash(request),
                about.bell(request),
                about.clock(),
                nav.isEmpty() ? Map.of() : about.waiting(request));
    }

    private static String path(HttpServletRequest request) {
        String query = request.getQueryString();
        String rest =
                query == null ? "" : query.replaceAll("(^|&)lang=[^&]*", "").replaceAll("^&", "");
        return rest.isEmpty() ? request.getRequestURI() : request.getRequestURI() + "?" + rest;
    }

    private static Frame.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.Csrf(token.getHeaderName(), token.getParameterName(), token.getToken())
                : new Frame.Csrf("X-CSRF-TOKEN", "_csrf", "");
    }

    private static Frame.@Nullable Flash flash(HttpServletRequest request) {
        var before = RequestContextUtils.getInputFlashMap(request);
        return before != null && before.get("flash") instanceof Frame.Flash shown ? shown : null;
    }
}
