package kr.dochak.simulator.carriers;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Time that a parcel lost at a step beyond what the step takes. The server is never told: it is what a benchmark compares the
 * server's causes with.
 *
 * @param cause by the server's names of causes
 * @param place where, and {@code toward} where it was bound for when it was lost between two places
 * @param incident the number of what happened to many at once, or null for what happens to one parcel
 */
public record Loss(
        String cause,
        String place,
        String toward,
        @Nullable String incident,
        LocalDateTime from,
        LocalDateTime until) {}
