package kr.dochak.identity.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure destroyed and what law keeps, without anything of the person (IDN-3).
 *
 * @param people how many persons the mall knew the customer as
 * @param destroyed how many rows of each module had something of them
 * @param backupsUntil until when an older copy of the database may hold the destroyed keys
 */
public record Certificate(
        Erasure.Cause cause,
        @Nullable Long requestedBy,
        @Nullable Long approvedBy,
        Instant requestedAt,
        Instant keysDestroyedAt,
        int people,
        Map<String, Integer> destroyed,
        List<Remainder> kept,
        Instant backupsUntil) {

    /**
     * What stays, by which law and until when the last of it.
     *
     * @param records how many
     */
    public record Remainder(String reason, String law, int records, Instant until) {}
}
