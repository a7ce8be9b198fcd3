package kr.dochak.identity.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import kr.dochak.identity.ApiCaller;
import kr.dochak.identity.IdentitySettings;
import kr.dochak.shared.AddressBlock;
import kr.dochak.time.Allowance;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Who calls the API. Of an address that has sent too many wrong keys only keys that once opened something are looked at: who
 * guesses is not answered, and who knows a key cannot be locked out by a guesser behind the same address.
 */
@Component
public class ApiCallers {

    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final Allowance wrong;

    ApiCallers(ApiKeys keys, IdentitySettings settings) {
        this.keys = keys;
        this.wrong = new Allowance(settings.login().wrongKeys(), Duration.ofMinutes(1));
    }

    /** Whose key an {@code Authorization: Bearer <key>} header carries; nothing without one, and when it is nobody's. */
    public Optional<ApiCaller> of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Optional.empty();
        }
        String key = header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : "";
        return waits(request) > 0 ? keys.knownCallerWith(key) : keys.callerWith(key);
    }

    /** Counts a wrong key. */
    void wrong(HttpServletRequest request) {
        wrong.take(address(request));
    }

    /** How many seconds until the next key from this address is looked at; 0 when it is now. */
    int waits(HttpServletRequest request) {
        return wrong.wait(address(request));
    }

    private static String address(HttpServletRequest request) {
        return AddressBlock.of(request.getRemoteAddr());
    }
}
