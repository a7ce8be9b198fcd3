package kr.dochak.identity.tries;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import kr.dochak.identity.sessions.BrowserCookie;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, before anybody knows who it is.
 *
 * @param network the address, or the half of it that one household or server has of IPv6
 * @param device the browser's own random mark; null when it has none
 */
public record Asker(String network, @Nullable String device) {

    private static final BrowserCookie DEVICE = new BrowserCookie("device", "/", Duration.ofDays(365));

    /** Who sends a request. */
    public static Asker of(HttpServletRequest request) {
        return new Asker(Networks.of(request.getRemoteAddr()), mark(request).orElse(null));
    }

    private static Optional<String> mark(HttpServletRequest request) {
        return DEVICE.of(request).filter(BrowserCookie::looksRandom);
    }

    /** Gives the browser this mark, or the same one for another year. */
    public static void mark(String device, HttpServletRequest request, HttpServletResponse response) {
        DEVICE.set(device, request, response);
    }

    /** The browser's mark, which it is given if it has none. */
    public static String marked(HttpServletRequest request, HttpServletResponse response) {
        return mark(request).orElseGet(() -> {
            String fresh = BrowserCookie.random();
            DEVICE.set(fresh, request, response);
            return fresh;
        });
    }
}
