package kr.dochak.identity.passkeys;

import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Whose a passkey is: exactly one of the two.
 *
 * @param contact the blind index that a customer had confirmed; null where none was, and for staff
 */
public record Owner(
        @Nullable Long staffId,
        @Nullable PersonId personId,
        MallId tenantId,
        @Nullable String contact) {

    /** A member of staff. */
    public static Owner of(StaffMember staff) {
        return new Owner(staff.id(), null, staff.tenantId(), null);
    }

    /** A customer, with the contact of this log-in. */
    public static Owner of(CustomerLogin customer) {
        return new Owner(null, customer.personId(), customer.tenantId(), customer.contact());
    }

    /** The part of the house that a challenge is for: one made for staff serves no customer. */
    String kind() {
        return staffId == null ? "customer" : "staff";
    }
}
