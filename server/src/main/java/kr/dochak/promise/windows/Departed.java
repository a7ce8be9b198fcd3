package kr.dochak.promise.windows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import kr.dochak.promise.windows.DeparturePlan.Lead;
import kr.dochak.promise.windows.DeparturePlan.Moment;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Moments;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;

/**
 * How a delivered parcel departed: how much open time after the moments of its plan it was ready and taken, negative when
 * before. The hand-over is missing where nobody reported it.
 *
 * @param handedOverOn the day that its hand-over shows its mall to work on; null of what was left over from an earlier day
 */
public record Departed(
        MallId tenantId,
        Lead lead,
        Duration ready,
        @Nullable Duration handover,
        @Nullable LocalDate handedOverOn,
        Instant deliveredAt) {

    /** What is taken so long after its tour was left over: that it goes with the next truck is no sign that anybody packs on that day. */
    private static final Duration LEFT_OVER = Duration.ofHours(6);

    /** Measured against the plan for an order confirmed then: ready when registered, or taken when that was earlier. */
    public static Departed of(
            MallId tenantId,
            DeparturePlan plan,
            CarrierCalendar calendar,
            Instant registered,
            @Nullable Instant taken,
            Instant delivered) {
        Instant ready = taken == null ? registered : Moments.earlier(taken, registered);
        Duration handover = taken == null ? null : calendar.shift(plan.from(Moment.HANDOVER), taken);
        return new Departed(
                tenantId,
                plan.lead(),
                calendar.shift(plan.from(Moment.READY), ready),
                handover,
                taken == null || handover == null || isLeftOver(plan.lead(), handover) ? null : Seoul.dateOf(taken),
                delivered);
    }

    private static boolean isLeftOver(Lead lead, Duration handover) {
        return lead != Lead.ANY_TIME && handover.compareTo(LEFT_OVER) >= 0;
    }
}
