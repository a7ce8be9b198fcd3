package kr.dochak.identity.sessions;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * What is known of a log-in beside who it is.
 *
 * @param sessionId its number among all that stand
 * @param way how its holder showed last who they are
 * @param provenAt when that was, so that what is risky can ask anew
 * @param mustChange whether the password was given by somebody else, so that it must be changed before anything else
 * @param mustEnrol whether one of their roles asks for a second factor and they have none yet (IDN-1)
 */
public record LoginDetails(long sessionId, Way way, Instant provenAt, boolean mustChange, boolean mustEnrol) {

    /** Those of a log-in, where it stands as a row. */
    public static Optional<LoginDetails> of(@Nullable Authentication login) {
        return login != null && login.getDetails() instanceof LoginDetails details
                ? Optional.of(details)
                : Optional.empty();
    }
}
