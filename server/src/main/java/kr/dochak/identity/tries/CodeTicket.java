package kr.dochak.identity.tries;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import kr.dochak.identity.sessions.BrowserCookie;

/** The ticket of a one-time code: only the browser that asked has it, and it stands in no address. */
public final class CodeTicket {

    private static final BrowserCookie COOKIE = new BrowserCookie("code", "/login", Duration.ofMinutes(20));
    private static final int CHARACTERS = 36;

    private CodeTicket() {}

    /** The one that the browser has. */
    public static Optional<UUID> of(HttpServletRequest request) {
        return COOKIE.of(request).filter(value -> value.length() == CHARACTERS).flatMap(CodeTicket::parse);
    }

    private static Optional<UUID> parse(String value) {
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Gives it to the browser. */
    public static void give(UUID ticket, HttpServletRequest request, HttpServletResponse response) {
        COOKIE.set(ticket.toString(), request, response);
    }

    /** It has served. */
    public static void end(HttpServletRequest request, HttpServletResponse response) {
        COOKIE.end(request, response);
    }
}
