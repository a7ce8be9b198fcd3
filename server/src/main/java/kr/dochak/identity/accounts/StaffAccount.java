package kr.dochak.identity.accounts;

import java.time.Instant;
import kr.dochak.identity.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * An account as who administers it sees it.
 *
 * @param mustChange whether its password was given by somebody else and not changed yet
 * @param openSessions how many log-ins stand
 */
public record StaffAccount(
        StaffMember member,
        String email,
        boolean active,
        boolean mustChange,
        @Nullable Instant passwordAt,
        @Nullable Instant closedAt,
        int openSessions) {}
