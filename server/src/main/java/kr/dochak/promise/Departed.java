package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kr.dochak.promise.DeparturePlan.Lead;
import kr.dochak.promise.DeparturePlan.Moment;
import kr.dochak.shared.Moments;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;

/**
 * How a delivered parcel departed: by how much open time it was ready, and taken, after the moments of its plan; negative
 * when before. No hand-over where nobody told of it.
 */
record Departed(
        long tenantId,
        Lead lead,
        Duration ready,
        @Nullable Duration handover,
        @Nullable LocalDate handedOverOn,
        Instant deliveredAt) {

    /**
     * Nothing of a parcel that waited for a slot or a day, or that was sent in place of another: no cut-off planned these.
     */
    static Optional<Departed> of(PromiseRow row, Cutoff cutoff, CarrierCalendar calendar) {
        Instant delivered = row.ended() == null ? null : row.ended().deliveredAt();
        Instant registered = row.readyAt();
        if (delivered == null
                || registered == null
                || row.timed()
                || row.window().isCustomersDay()) {
            return Optional.empty();
        }
        DeparturePlan plan = DeparturePlan.of(row.confirmedAt(), cutoff, calendar);
        Instant taken = row.pickedUpAt();
        Instant ready = taken == null ? registered : Moments.earlier(taken, registered);
        return Optional.of(new Departed(
                row.tenantId(),
                plan.lead(),
                calendar.shift(plan.from(Moment.READY), ready),
                taken == null ? null : calendar.shift(plan.from(Moment.HANDOVER), taken),
                taken == null ? null : Seoul.dateOf(taken),
                delivered));
    }
}
