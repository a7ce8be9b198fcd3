package kr.dochak.identity.malls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of a mall, never the key itself.
 *
 * @param label what it is for, as whoever made it wrote
 * @param madeBy the name of who made it; null of one that the settings gave or the first start made
 * @param ofSettings whether it is given by the settings of the start, which also end it
 * @param usedAt when it last opened something, to the hour
 */
public record MallKey(
        long id,
        String label,
        @Nullable String madeBy,
        boolean ofSettings,
        Instant createdAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {}
