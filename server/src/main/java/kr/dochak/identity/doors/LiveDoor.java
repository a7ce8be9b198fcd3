package kr.dochak.identity.doors;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import kr.dochak.identity.StaffMember;

/**
 * A kind of live topic that staff pages may listen to, and which staff: brought as a bean by the module that owns the kind.
 * What no module brings is heard by nobody.
 */
public record LiveDoor(String kind, boolean numbered, BiPredicate<StaffMember, Long> opens) {

    /** A kind that is one topic, such as {@code board}. */
    public static LiveDoor one(String kind, Predicate<StaffMember> opens) {
        return new LiveDoor(kind, false, (staff, none) -> opens.test(staff));
    }

    /** A kind with a topic for each thing, such as {@code order:1}. */
    public static LiveDoor each(String kind, BiPredicate<StaffMember, Long> opens) {
        return new LiveDoor(kind, true, opens);
    }
}
