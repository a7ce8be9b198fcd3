package kr.dochak.promise.areas;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source of warnings is doing.
 *
 * @param failure how the last question failed, or empty when none did since the start
 * @param what in the source's own words
 */
public record AreaHealth(
        String title, State state, @Nullable Instant lastAnswer, String failure, String what) {

    /** In one word. */
    public enum State {
        OFF,
        WAITING,
        WELL,
        TROUBLED,
        LEFT_ALONE
    }

    static AreaHealth of(AreaRoute route) {
        AreaRoute.Last answered = route.answered();
        AreaRoute.Last failed = route.failed();
        return new AreaHealth(
                route.feed().source().title(),
                state(route, answered, failed),
                answered == null ? null : answered.at(),
                failed == null ? "" : failed.kind(),
                failed == null ? "" : failed.what());
    }

    private static State state(AreaRoute route, AreaRoute.@Nullable Last answered, AreaRoute.@Nullable Last failed) {
        if (!route.isOpen()) {
            return State.OFF;
        }
        if (route.isLeftAlone()) {
            return State.LEFT_ALONE;
        }
        if (failed != null && (answered == null || failed.at().isAfter(answered.at()))) {
            return State.TROUBLED;
        }
        return answered == null ? State.WAITING : State.WELL;
    }
}
