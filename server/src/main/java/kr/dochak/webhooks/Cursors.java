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
            throw Problem.badRequest("cursor", "after에는 앞 쪽의 next를 그대로 보내 주세요.");
        }
        return Long.valueOf(cursor);
    }
}
