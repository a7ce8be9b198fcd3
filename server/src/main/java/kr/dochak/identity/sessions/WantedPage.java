package kr.dochak.identity.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import kr.dochak.identity.vault.MasterKey;
import kr.dochak.shared.Hmac;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * The page that somebody wanted before the log-in: its path, signed, in a cookie of ten minutes. Nothing of it is kept here.
 */
public final class WantedPage implements RequestCache {

    private static final int MOST_CHARACTERS = 1_000;
    private static final int SIGNATURE = 32;
    private static final Duration AGE = Duration.ofMinutes(10);

    private final BrowserCookie cookie;
    private final Hmac signature;

    /** @param name of the cookie; what was signed for one name counts for no other */
    public WantedPage(String name, MasterKey master) {
        this.cookie = new BrowserCookie(name, "/", AGE);
        this.signature = new Hmac(master.derive("wanted/" + name));
    }

    /** The path and query that were wanted; nothing when the cookie is not ours. */
    public Optional<String> path(HttpServletRequest request) {
        return cookie.of(request).flatMap(this::opened);
    }

    private Optional<String> opened(String value) {
        if (value.length() <= SIGNATURE || value.length() > SIGNATURE + 2 * MOST_CHARACTERS) {
            return Optional.empty();
        }
        String path = value.substring(SIGNATURE);
        boolean ours = MessageDigest.isEqual(
                sign(path).getBytes(StandardCharsets.US_ASCII),
                value.substring(0, SIGNATURE).getBytes(StandardCharsets.US_ASCII));
        return ours
                ? Optional.of(new String(Base64.getUrlDecoder().decode(path), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private String sign(String path) {
        return HexFormat.of().formatHex(signature.half(path));
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String path = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        boolean page = "GET".equals(request.getMethod())
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
        if (page && path.length() <= MOST_CHARACTERS && path.startsWith("/") && !path.startsWith("//")) {
            String value =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8));
            cookie.set(sign(value) + value, request, response);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return path(request).map(SimpleSavedRequest::new).orElse(null);
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (cookie.of(request).isPresent()) {
            cookie.end(request, response);
        }
    }
}
