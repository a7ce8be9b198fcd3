package kr.dochak.identity.doors;

import java.util.Optional;
import kr.dochak.identity.ApiCaller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who calls the API. */
@Component
public class ApiCallers {

    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;

    ApiCallers(ApiKeys keys) {
        this.keys = keys;
    }

    /** Whose key an {@code Authorization: Bearer <key>} header carries; nothing without one, and when it is nobody's. */
    public Optional<ApiCaller> of(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? keys.callerWith(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
