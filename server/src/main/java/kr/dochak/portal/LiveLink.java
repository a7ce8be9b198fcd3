package kr.dochak.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import kr.dochak.identity.sessions.BrowserCookie;
import kr.dochak.shared.OrderId;

/** The token of a tracking link, where its page listens for changes: in a cookie of that one address, so that it stands in none. */
public final class LiveLink {

    private LiveLink() {}

    private static BrowserCookie cookie(OrderId orderId) {
        return new BrowserCookie("link", "/live/orders/" + orderId, Duration.ofDays(1));
    }

    /** Lets the page of a link listen. */
    public static void give(OrderId orderId, String token, HttpServletRequest request, HttpServletResponse response) {
        cookie(orderId).set(token, request, response);
    }

    static Optional<String> of(OrderId orderId, HttpServletRequest request) {
        return cookie(orderId).of(request);
    }
}
