package kr.dochak.settings;

import java.time.Instant;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * One change of a setting; history is made of these, and none is ever rewritten.
 *
 * @param mall whose number it is; null for the house
 * @param before the number that it replaced when it was written
 * @param from when it begins to count
 * @param second who agreed; null where nobody had to, or has not yet
 * @param withdrawn who took it back; it never counts after that
 */
public record SettingChange(
        long id,
        String key,
        @Nullable MallId mall,
        long before,
        long number,
        Instant from,
        Person by,
        Instant at,
        String reason,
        boolean needsSecond,
        @Nullable Person second,
        @Nullable Instant secondAt,
        @Nullable Person withdrawn) {

    /** A member of staff by id and by the name they had then. */
    public record Person(long id, String name) {

        /** What was in a file before there was a page. */
        static final Person FILE = new Person(0, "");
        /** What time brought about. */
        public static final Person NOBODY = new Person(0, "");

        public boolean isFile() {
            return id == 0;
        }
    }

    /** Whether it still waits for the second person. */
    public boolean isWaiting() {
        return needsSecond && second == null && withdrawn == null;
    }

    /** From when it counts; null when it never does. */
    @Nullable Instant counts() {
        if (withdrawn != null || isWaiting()) {
            return null;
        }
        return secondAt != null && secondAt.isAfter(from) ? secondAt : from;
    }
}
