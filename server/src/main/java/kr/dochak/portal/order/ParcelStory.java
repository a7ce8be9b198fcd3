package kr.dochak.portal.order;

import java.time.Instant;
import kr.dochak.pages.PromiseBand;
import kr.dochak.pages.Steps;
import kr.dochak.pages.Timeline;
import kr.dochak.portal.Arrival;
import kr.dochak.portal.ChangeLine;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;

/**
 * A parcel as the order's page tells of it.
 *
 * @param items what is in it, in words; empty when it is the whole order
 * @param carrierName empty before the hand-over, as the number is
 * @param last the last confirmed fact, and when it happened
 * @param unheard that its carrier sends nothing for now, since when; only while the parcel is on its way
 * @param rating how the delivery was or the question for it; only once it came
 * @param way what happens next when it does not simply come
 */
public record ParcelStory(
        Arrival arrival,
        Steps steps,
        @Nullable PromiseBand band,
        @Nullable ChangeLine change,
        String items,
        String carrierName,
        TrackingNumber trackingNumber,
        @Nullable String last,
        @Nullable Instant lastAt,
        @Nullable String unheard,
        @Nullable String way,
        Timeline timeline,
        @Nullable RatingLine rating) {

    /** Without what the customer wrote about it, for who only holds a link. */
    ParcelStory withoutOwnWords() {
        return rating == null
                ? this
                : new ParcelStory(
                        arrival,
                        steps,
                        band,
                        change,
                        items,
                        carrierName,
                        trackingNumber,
                        last,
                        lastAt,
                        unheard,
                        way,
                        timeline,
                        rating.withoutWords());
    }
}
