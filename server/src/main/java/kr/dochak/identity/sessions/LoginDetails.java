package kr.dochak.identity.sessions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * What is known of a log-in beside who it is.
 *
 * @param sessionId its number among all that stand
 * @param mustChange whether the password was given by somebody else, so that it must be changed before anything else
 */
public record LoginDetails(long sessionId, boolean mustChange) {

    /** Those of a log-in, where it stands as a row. */
    public static Optional<LoginDetails> of(@Nullable Authentication login) {
        return login != null && login.getDetails() instanceof LoginDetails details
                ? Optional.of(details)
                : Optional.empty();
    }
}
