package kr.dochak.identity.accounts;

import java.time.Instant;
import kr.dochak.identity.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * An account as who administers it sees it.
 *
 * @param mustChange whether its password was given by somebody else and not changed yet
 * @param since when they left, or were stopped or invited; null for who works here
 * @param invitedUntil how long the link of an invitation opens
 */
public record StaffAccount(
        StaffMember member,
        String email,
        AccountState state,
        boolean mustChange,
        @Nullable Instant passwordAt,
        @Nullable Instant since,
        @Nullable Instant invitedUntil) {

    /** The same with the roles and malls that were read for it. */
    StaffAccount of(StaffMember whole) {
        return new StaffAccount(whole, email, state, mustChange, passwordAt, since, invitedUntil);
    }
}
