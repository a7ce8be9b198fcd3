package kr.dochak.identity.sessions;

import org.jspecify.annotations.Nullable;

/**
 * Carried by a log-in that begins in another way than its kind of people usually do.
 *
 * @param providerSession whose end at the company's provider ends the log-in: a hash of what it calls it, empty where it names none;
 *     null for who did not come by it
 */
public record Proof(Way way, @Nullable String providerSession) {

    public Proof(Way way) {
        this(way, null);
    }
}
