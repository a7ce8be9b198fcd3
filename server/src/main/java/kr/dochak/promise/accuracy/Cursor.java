package kr.dochak.promise.accuracy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;

/** Where a list of lanes goes on, the busiest first: after this many deliveries, and after this lane among equals. */
record Cursor(long deliveries, String origin, String destination) {

    private static final Cursor START = new Cursor(Long.MAX_VALUE, "", "");

    String text() {
        String plain = deliveries + "\n" + origin + "\n" + destination;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
            return new Cursor(Long.parseLong(parts[0]), parts[1], parts[2]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            throw Problem.badRequest("cursor", "shared.problem.cursor-page");
        }
    }
}
