package kr.dochak.tracking.hubs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;

/** Where a list of hubs goes on, the busiest first: after this many parcels, and after this place among equals. */
record HubCursor(long parcels, String place, String carrier) {

    private static final HubCursor START = new HubCursor(Long.MAX_VALUE, "", "");

    static HubCursor after(HubDwell hub) {
        return new HubCursor(hub.recent().parcels(), hub.place(), hub.carrier());
    }

    String text() {
        String plain = parcels + "\n" + place + "\n" + carrier;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static HubCursor of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
            return new HubCursor(Long.parseLong(parts[0]), parts[1], parts[2]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            throw Problem.badRequest("cursor", "shared.problem.cursor-page");
        }
    }
}
