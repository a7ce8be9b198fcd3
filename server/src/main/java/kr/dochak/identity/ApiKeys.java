package kr.dochak.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kr.dochak.shared.Hash;
import kr.dochak.shared.StartProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keys of the API: stored only as hashes; a revoked one stops opening within seconds. */
@Component
class ApiKeys {

    private static final int FEWEST_CHARACTERS = 20;
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final MallRepository repository;
    private final InstantSource clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(ApiCaller caller, Instant at) {}

    ApiKeys(MallRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Whose key this is; nothing when it is nobody's. */
    Optional<ApiCaller> callerWith(String key) {
        byte[] hash = Hash.of(key);
        String remembered = HexFormat.of().formatHex(hash);
        Seen known = seen.get(remembered);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(REMEMBERED))) {
            return Optional.of(known.caller());
        }
        Optional<ApiCaller> caller = repository.callerWith(hash);
        // only keys that open something are remembered: guesses must not fill the memory
        caller.ifPresentOrElse(found -> seen.put(remembered, new Seen(found, now)), () -> seen.remove(remembered));
        return caller;
    }

    /** Makes the key of the settings the one that opens this scope; throws when it is too short to be safe. */
    void fromSettings(ApiCaller.Scope scope, @Nullable Long tenantId, String key) {
        if (key.length() < FEWEST_CHARACTERS) {
            throw new StartProblem(
                    "The API key for " + scope + " is too short.",
                    "Use " + FEWEST_CHARACTERS + " characters or more (make one with: openssl rand -hex 32).");
        }
        repository.keyFromSettings(scope, tenantId, Hash.of(key), clock.instant());
        seen.clear();
    }

    /** A new key, which can be read only now. */
    String issue(ApiCaller.Scope scope, @Nullable Long tenantId) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String key = "dk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        repository.addKey(scope, tenantId, Hash.of(key), "ISSUED", clock.instant());
        return key;
    }
}
