package kr.dochak.identity.sessions;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kr.dochak.shared.chance.Unguessable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A cookie that no script reads and no other site sends along. Over TLS it is secure, and one of the whole site is named
 * {@code __Host-…}, so that no neighbouring host can plant it; one of a narrower path {@code __Secure-…}.
 *
 * @param path where the browser sends it
 * @param age how long the browser keeps it; null until it is closed
 */
public record BrowserCookie(
        String name, String path, @Nullable Duration age) {

    private static final int RANDOM_BYTES = 32;
    private static final Predicate<String> RANDOM_TEXT =
            Pattern.compile("[A-Za-z0-9_-]{43}").asMatchPredicate();

    /** What the browser sent. */
    public Optional<String> of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, nameFor(request));
        return Optional.ofNullable(cookie).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    /** Has the browser keep a value. */
    public void set(String value, HttpServletRequest request, HttpServletResponse response) {
        Duration kept = age == null ? Duration.ofSeconds(-1) : age;
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(value, kept, request));
    }

    /** Has the browser forget it. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
    }

    private String cookie(String value, Duration kept, HttpServletRequest request) {
        return ResponseCookie.from(nameFor(request), value)
                .path(path)
                .maxAge(kept)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }

    private String nameFor(HttpServletRequest request) {
        if (!request.isSecure()) {
            return name;
        }
        return (path.equals("/") ? "__Host-" : "__Secure-") + name;
    }

    /** A value that nobody guesses: 256 bits. */
    public static String random() {
        return Unguessable.text(RANDOM_BYTES);
    }

    /** Whether this could be one of {@link #random}. */
    public static boolean looksRandom(String value) {
        return RANDOM_TEXT.test(value);
    }
}
