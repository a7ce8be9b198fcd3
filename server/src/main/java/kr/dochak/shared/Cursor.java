package kr.dochak.shared;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on: the values that its last row is ordered by, as one opaque text; the first page has an empty
 * one. A text that is not one of ours is refused: the API answers 400 to it, and a page shows its beginning.
 */
public final class Cursor {

    /** The code of the refusal. */
    public static final String UNREADABLE = "cursor";

    /** Further than any row, and within what PostgreSQL knows as a time. */
    private static final long MOST_MICROS = 8_000_000_000_000_000L;

    private final List<String> parts;

    private Cursor(List<String> parts) {
        this.parts = parts;
    }

    public static String after(long number) {
        return written(Long.toString(number));
    }

    public static String after(Instant at, long number) {
        return written(ChronoUnit.MICROS.between(Instant.EPOCH, at) + "&" + number);
    }

    public static String after(long number, String first, String second) {
        return written(number + "&" + escaped(first) + "&" + escaped(second));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String written(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    public static Cursor read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Cursor(List.of());
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            return new Cursor(List.of(plain.split("&", -1)));
        } catch (IllegalArgumentException unreadable) {
            throw unreadable();
        }
    }

    public boolean isStart() {
        return parts.isEmpty();
    }

    /** The number at this place; on the first page {@code atStart}. */
    public long number(int place, long atStart) {
        if (isStart()) {
            return atStart;
        }
        try {
            return Long.parseLong(part(place));
        } catch (NumberFormatException unreadable) {
            throw unreadable();
        }
    }

    /** The moment at this place; none on the first page. */
    public @Nullable Instant instant(int place) {
        long micros = number(place, 0);
        if (micros > MOST_MICROS || micros < -MOST_MICROS) {
            throw unreadable();
        }
        return isStart() ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The text at this place; empty on the first page. */
    public String text(int place) {
        if (isStart()) {
            return "";
        }
        try {
            String text = URLDecoder.decode(part(place), StandardCharsets.UTF_8);
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (IllegalArgumentException unreadable) {
            throw unreadable();
        }
        throw unreadable();
    }

    private String part(int place) {
        if (place >= parts.size()) {
            throw unreadable();
        }
        return parts.get(place);
    }

    private static Problem unreadable() {
        return Problem.badRequest(UNREADABLE, "shared.problem.cursor");
    }
}
