package kr.dochak.identity.doors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import kr.dochak.database.StartProblem;
import kr.dochak.identity.ApiCaller;
import kr.dochak.identity.IdentitySettings;
import kr.dochak.identity.MallRepository;
import kr.dochak.shared.Hash;
import kr.dochak.time.TimedCache;
import org.springframework.stereotype.Component;

/** Keys of the API: stored only as hashes; a revoked one stops opening within seconds. */
@Component
class ApiKeys {

    private static final int FEWEST_CHARACTERS = 20;
    private static final int MOST_CHARACTERS = 200;
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST_KNOWN = 10_000;

    private final MallRepository repository;
    private final Duration overlap;
    private final InstantSource clock;
    private final Cache<String, ApiCaller> seen;
    /** Hashes of keys that have opened something since the start; whether they still do is asked as of any other. */
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    ApiKeys(MallRepository repository, IdentitySettings settings, InstantSource clock) {
        this.repository = repository;
        this.overlap = settings.keyOverlap();
        this.clock = clock;
        this.seen = TimedCache.lasting(REMEMBERED, clock);
    }

    /** Whose key this is; nothing when it is nobody's. */
    Optional<ApiCaller> callerWith(String key) {
        return callerWith(key, true);
    }

    /** As {@link #callerWith}, for a key that has opened something before; no other is asked for. */
    Optional<ApiCaller> knownCallerWith(String key) {
        return callerWith(key, false);
    }

    private Optional<ApiCaller> callerWith(String key, boolean strangersToo) {
        if (key.isEmpty() || key.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        byte[] hash = Hash.of(key);
        String remembered = HexFormat.of().formatHex(hash);
        ApiCaller lately = seen.getIfPresent(remembered);
        if (lately != null) {
            return Optional.of(lately);
        }
        if (!strangersToo && known.getIfPresent(remembered) == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ApiCaller> caller = repository.callerWith(hash, now);
        // only keys that open something are remembered: guesses must not fill the memory
        caller.ifPresent(found -> {
            repository.used(hash, now);
            seen.put(remembered, found);
            known.put(remembered, true);
        });
        return caller;
    }

    /** Makes the key of the settings the one with which this caller comes; throws when it is too short to be safe. */
    void fromSettings(ApiCaller caller, String key) {
        if (key.length() < FEWEST_CHARACTERS) {
            throw new StartProblem(
                    "The API key for " + caller.scope() + " is too short.",
                    "Use " + FEWEST_CHARACTERS + " characters or more (make one with: openssl rand -hex 32).");
        }
        Instant now = clock.instant();
        repository.keyFromSettings(caller, Hash.of(key), now, now.plus(overlap));
        seen.invalidateAll();
    }
}
