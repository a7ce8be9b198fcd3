package kr.dochak.opening;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A test order on its way (SET-2).
 *
 * @param probe whether it was begun by itself and not by somebody
 * @param broken where it stopped for good; null while it goes on, or when it came through
 * @param reached when it came past each station
 */
public record Trial(
        long id,
        MallId mall,
        String orderNo,
        OrderId orderId,
        boolean probe,
        Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable TrialStation broken,
        Map<TrialStation, Instant> reached) {

    /** The station that it comes to next; nothing when it has been past all. */
    public Optional<TrialStation> next() {
        return Arrays.stream(TrialStation.values())
                .filter(station -> !reached.containsKey(station))
                .findFirst();
    }

    public boolean isUnderWay() {
        return endedAt == null;
    }
}
