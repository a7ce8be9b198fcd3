package kr.dochak.identity.tries;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Says to who tries too often when to come again. */
public final class Slowed {

    private Slowed() {}

    /** 429, with the seconds to wait. */
    public static void answer(Instant until, Instant now, HttpServletResponse response) {
        long seconds = Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
