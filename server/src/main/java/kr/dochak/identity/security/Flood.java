package kr.dochak.identity.security;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;

/**
 * Keeps an attack from filling the disk: of each minute so many rows of one kind and address are written, so many in all, and the
 * rest only counted. Not for several threads at once.
 */
final class Flood {

    static final String MANY = "*";

    private static final Duration STRETCH = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 1_000;

    private final int ofOne;
    private final int ofAll;
    private final Map<Key, Integer> written = new HashMap<>();
    private final Map<Key, Integer> counted = new HashMap<>();
    private int rows;
    private Instant since = Instant.MIN;

    Flood(int ofOne, int ofAll) {
        this.ofOne = ofOne;
        this.ofAll = ofAll;
    }

    /** What is counted together. */
    record Key(Kind kind, Outcome outcome, String address) {}

    /** So many of a kind that have no row of their own. */
    record Rest(Key key, Instant at, int times) {}

    /** Whether it gets a row of its own; if not it is counted. */
    boolean takes(Key key) {
        if (rows < ofAll && written.size() < MOST_KEYS && written.getOrDefault(key, 0) < ofOne) {
            written.merge(key, 1, Integer::sum);
            rows++;
            return true;
        }
        boolean own = counted.containsKey(key) || counted.size() < ofOne && written.containsKey(key);
        counted.merge(own ? key : new Key(key.kind(), key.outcome(), MANY), 1, Integer::sum);
        return false;
    }

    /** What was only counted, once its minute is over; then a new one begins. */
    List<Rest> over(Instant now) {
        if (now.isBefore(since.plus(since.equals(Instant.MIN) ? Duration.ZERO : STRETCH))) {
            return List.of();
        }
        return all(now);
    }

    /** What was only counted, at once. */
    List<Rest> all(Instant now) {
        List<Rest> rest = new ArrayList<>();
        counted.forEach((key, times) -> rest.add(new Rest(key, now, times)));
        counted.clear();
        written.clear();
        rows = 0;
        since = now;
        return rest;
    }
}
