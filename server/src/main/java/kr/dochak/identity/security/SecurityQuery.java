package kr.dochak.identity.security;

import java.time.Instant;
import java.util.Collection;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * Log-ins of staff and refusals at their doors.
 *
 * @param malls of whose staff; attempts of nobody known are among them
 * @param staff of these; null for all
 */
public record SecurityQuery(
        Collection<MallId> malls,
        @Nullable Collection<Long> staff,
        boolean logins,
        boolean refusals,
        @Nullable Instant from,
        @Nullable Instant until) {}
