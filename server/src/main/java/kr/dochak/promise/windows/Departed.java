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
 */
public record Departed(
        MallId tenantId,
        Lead lead,
        Duration ready,
        @Nullable Duration handover,
        @Nullable LocalDate handedOverOn,
        Instant deliveredAt) {

    /** Measured against the plan for an order confirmed then: ready when registered, or taken when that was earlier. */
    public static Departed of(
            MallId tenantId,
            DeparturePlan plan,
            CarrierCalendar calendar,
            Instant registered,
            @Nullable Instant taken,
            Instant delivered) {
        Instant ready = taken == null ? registered : Moments.earlier(taken, registered);
        return new Departed(
                tenantId,
                plan.lead(),
                calendar.shift(plan.from(Moment.READY), ready),
                taken == null ? null : calendar.shift(plan.from(Moment.HANDOVER), taken),
                taken == null ? null : Seoul.dateOf(taken),
                delivered);
    }
}
