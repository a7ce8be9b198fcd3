package kr.dochak.webhooks;

import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;

/** Cursors of this module's lists: the last number that was read. */
final class Cursors {

    private Cursors() {}

    static @Nullable Long number(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw Problem.badRequest("cursor", "shared.problem.cursor");
        }
        return Long.valueOf(cursor);
    }
}
