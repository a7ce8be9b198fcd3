package kr.dochak.identity.doors;

import com.github.benmanes.caffeine.cache.Cache;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import kr.dochak.database.StartProblem;
import kr.dochak.identity.ApiCaller;
import kr.dochak.identity.MallRepository;
import kr.dochak.shared.Hash;
import kr.dochak.shared.MallId;
import kr.dochak.time.TimedCache;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keys of the API: stored only as hashes; a revoked one stops opening within seconds. */
@Component
class ApiKeys {

    private static final int FEWEST_CHARACTERS = 20;
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final MallRepository repository;
    private final InstantSource clock;
    private final Cache<String, ApiCaller> seen;

    ApiKeys(MallRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
        this.seen = TimedCache.lasting(REMEMBERED, clock);
    }

    /** Whose key this is; nothing when it is nobody's. */
    Optional<ApiCaller> callerWith(String key) {
        byte[] hash = Hash.of(key);
        String remembered = HexFormat.of().formatHex(hash);
        ApiCaller known = seen.getIfPresent(remembered);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ApiCaller> caller = repository.callerWith(hash);
        // only keys that open something are remembered: guesses must not fill the memory
        caller.ifPresent(found -> seen.put(remembered, found));
        return caller;
    }

    /** Makes the key of the settings the one that opens this scope; throws when it is too short to be safe. */
    void fromSettings(ApiCaller.Scope scope, @Nullable MallId tenantId, String key) {
        if (key.length() < FEWEST_CHARACTERS) {
            throw new StartProblem(
                    "The API key for " + scope + " is too short.",
                    "Use " + FEWEST_CHARACTERS + " characters or more (make one with: openssl rand -hex 32).");
        }
        repository.keyFromSettings(scope, tenantId, Hash.of(key), clock.instant());
        seen.invalidateAll();
    }

    /** A new key, which can be read only now. */
    String issue(ApiCaller.Scope scope, @Nullable MallId tenantId) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String key = "dk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        repository.addKey(scope, tenantId, Hash.of(key), "ISSUED", clock.instant());
        return key;
    }
}
