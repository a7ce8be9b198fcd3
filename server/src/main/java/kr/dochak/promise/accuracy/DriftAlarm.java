package kr.dochak.promise.accuracy;

import java.time.LocalDate;
import kr.dochak.shared.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * Windows of a group have not held for a week (PRM-2).
 *
 * @param carrier of a carrier's alarm, else none; {@code origin} and {@code destination} of a lane's, else empty
 * @param since the day on which it was seen first
 * @param coverage and {@code judged} of the last seven days
 */
public record DriftAlarm(
        DriftRule.Kind kind,
        @Nullable CarrierId carrier,
        String origin,
        String destination,
        JudgedWindow stage,
        LocalDate since,
        double coverage,
        long judged) {}
