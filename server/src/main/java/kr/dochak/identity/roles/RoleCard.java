package kr.dochak.identity.roles;

import java.time.Instant;
import kr.dochak.identity.StaffRole;
import org.jspecify.annotations.Nullable;

/**
 * A role with how many people have it.
 *
 * @param changed whether its rights or its limit are not those it came with; false for a role of the company's own
 * @param secondFactor whether who has it must show two things at log-in
 * @param waiting a change that waits for a second look
 */
public record RoleCard(
        StaffRole role,
        int people,
        boolean changed,
        boolean secondFactor,
        @Nullable Waiting waiting) {

    /** A change that another administrator looks at before it counts. */
    public record Waiting(RoleWish wish, long by, String name, Instant at) {}
}
