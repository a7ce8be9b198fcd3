package kr.dochak.identity.security;

import java.time.Instant;
import kr.dochak.identity.ApiCaller;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened at the doors, or many of one kind in a flood.
 *
 * @param address where from; empty when it came from nowhere outside, {@code *} for many
 * @param detail what exactly: the pattern of an address, never one with a token in it
 * @param times how many it stands for
 */
public record SecurityEvent(
        long id, Instant at, Kind kind, Outcome outcome, Who who, String address, String detail, int times) {

    /** What was tried. */
    public enum Kind {
        STAFF_LOGIN,
        CUSTOMER_CODE,
        CUSTOMER_LOGIN,
        FACTOR,
        PASSKEY,
        LOGOUT,
        PASSWORD,
        SESSIONS,
        ACCOUNT,
        REVEAL,
        API_KEY,
        HOOK,
        FORM,
        ROLE,
        COPY,
        FOREIGN,
        LINK
    }

    /** What came of it. */
    public enum Outcome {
        DONE,
        REFUSED,
        SLOWED
    }

    /** Who it was, as far as that is known. */
    public record Who(
            @Nullable MallId tenantId,
            @Nullable Long staffId,
            @Nullable PersonId personId) {

        public static final Who NOBODY = new Who(null, null, null);

        /** Whoever is logged in. */
        public static Who of(@Nullable Object principal) {
            return switch (principal) {
                case StaffMember staff -> new Who(staff.tenantId(), staff.id(), null);
                case CustomerLogin customer -> new Who(customer.tenantId(), null, customer.personId());
                case ApiCaller caller
                when caller.scope() == ApiCaller.Scope.MALL -> new Who(caller.tenantId(), null, null);
                case null, default -> NOBODY;
            };
        }
    }
}
