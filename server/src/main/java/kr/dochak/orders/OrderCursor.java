package kr.dochak.orders;

import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;

/** The place in a list of orders, newest first. */
final class OrderCursor {

    private OrderCursor() {}

    static String after(long orderId) {
        return Long.toString(orderId, 36);
    }

    /** The id before which the page starts; a cursor that is not one of ours is refused. */
    static long before(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return Long.MAX_VALUE;
        }
        try {
            long id = Long.parseLong(cursor, 36);
            if (id > 0) {
                return id;
            }
            throw unknown();
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    /** The id after which the page starts, in a list that is read from its beginning. */
    static long since(@Nullable String cursor) {
        return cursor == null || cursor.isBlank() ? 0 : before(cursor);
    }

    private static Problem unknown() {
        return Problem.badRequest("cursor", "shared.problem.cursor");
    }
}
