package kr.dochak.portal.order;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.care.ratings.DeliveryRating;
import kr.dochak.care.record.SupportCase;
import kr.dochak.care.tasks.Task;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.PublicRule;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.OrderDetail;
import kr.dochak.portal.Parcel;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseView;
import kr.dochak.shared.PromiseId;
import org.jspecify.annotations.Nullable;

/**
 * What other modules know of an order: grants with the rules they were given by, the notices that were sent, its cases and
 * ratings. {@code parts} are those it travels in.
 */
record OrderContext(
        OrderDetail detail,
        List<Granted> grants,
        Map<Long, PublicRule> rules,
        List<OrderNotice> notices,
        List<SupportCase> cases,
        List<DeliveryRating> ratings,
        List<Task> tasks,
        List<Parcel> parts) {

    /** Why this promise is late as is known now, or null where it is not. */
    @Nullable DelayCause causeOf(PromiseId promiseId) {
        return parts.stream()
                .map(Parcel::promise)
                .filter(promise -> promise != null && promise.promiseId().equals(promiseId))
                .map(promise -> promise.delay())
                .filter(Objects::nonNull)
                .map(PromiseView.DelayFound::cause)
                .findFirst()
                .orElse(null);
    }
}
