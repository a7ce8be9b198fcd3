package kr.dochak.opening;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.dochak.fulfillment.Handovers;
import kr.dochak.messaging.DeliveryState;
import kr.dochak.messaging.Messages;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.Orders;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.Carrier;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes test orders on, a station at a time: does what leads there, and notes it only once it is seen there (SET-2). */
@Component
class TrialSteps implements Ticking {

    private static final Duration PACE = Duration.ofSeconds(1);
    /** A station that takes longer is not reached at all. */
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** Messages that are not urgent wait for the morning. */
    private static final Duration NIGHT = Duration.ofHours(15);

    private final TrialRepository trials;
    private final Promises promises;
    private final Handovers handovers;
    private final Tracking tracking;
    private final Messages messages;
    private final Orders orders;

    TrialSteps(
            TrialRepository trials,
            Promises promises,
            Handovers handovers,
            Tracking tracking,
            Messages messages,
            Orders orders) {
        this.trials = trials;
        this.promises = promises;
        this.handovers = handovers;
        this.tracking = tracking;
        this.messages = messages;
        this.orders = orders;
    }

    @Override
    public @Nullable Instant nextDue() {
        return trials.nextDue();
    }

    @Override
    public boolean tick(Instant now) {
        trials.claim(now, PACE).forEach(trial -> step(trial, now));
        return false;
    }

    private void step(Trial trial, Instant now) {
        TrialStation station = trial.next().orElse(null);
        if (station == null) {
            trials.end(trial.id(), null, now);
        } else if (isThere(trial, station)) {
            trials.reached(trial.id(), station, now);
        } else if (now.isAfter(last(trial).plus(station == TrialStation.TOLD ? NIGHT : LONGEST))) {
            stop(trial, station, now);
        } else {
            lead(trial, station);
        }
    }

    /** Nothing is left lying that others would look for. */
    private void stop(Trial trial, TrialStation station, Instant now) {
        trials.end(trial.id(), station, now);
        if (station != TrialStation.TOLD) {
            orders.cancel(trial.orderId(), "시험이 끝까지 가지 못함", "TRIAL");
        }
    }

    private static Instant last(Trial trial) {
        return trial.reached().values().stream().max(Instant::compareTo).orElse(trial.begunAt());
    }

    private boolean isThere(Trial trial, TrialStation station) {
        ShipmentStatus wanted = station.scan();
        return switch (station) {
            case PLACED -> true;
            case PROMISED -> promise(trial).isPresent();
            case HANDED_OVER -> parcel(trial).isPresent();
            case TOLD -> isTold(trial);
            case DELIVERED ->
                promise(trial).filter(each -> each.outcome() != null).isPresent();
            case PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY ->
                parcel(trial)
                        .map(each -> each.state().status())
                        .filter(status ->
                                status.rank() >= Objects.requireNonNull(wanted).rank())
                        .isPresent();
        };
    }

    private Optional<PromiseView> promise(Trial trial) {
        return promises.ofOrders(List.of(trial.orderId())).getOrDefault(trial.orderId(), List.of()).stream()
                .findFirst();
    }

    private Optional<ShipmentView> parcel(Trial trial) {
        return tracking.ofOrders(List.of(trial.orderId())).getOrDefault(trial.orderId(), List.of()).stream()
                .findFirst();
    }

    /** The first and the last message stand, and each channel that was to carry one has. */
    private boolean isTold(Trial trial) {
        List<OrderNotice> notices = messages.ofOrder(trial.orderId(), "ko").stream()
                .filter(notice -> notice.state() == OrderNotice.State.TOLD)
                .toList();
        return notices.stream().anyMatch(notice -> notice.kind() == NoticeKind.ORDER_CONFIRMED)
                && notices.stream().anyMatch(notice -> notice.kind() == NoticeKind.DELIVERED)
                && notices.stream()
                        .allMatch(notice -> notice.deliveries().isEmpty()
                                || notice.deliveries().stream().anyMatch(TrialSteps::isOut));
    }

    private static boolean isOut(OrderNotice.Delivery delivery) {
        return delivery.state() == DeliveryState.SENT || delivery.state() == DeliveryState.DELIVERED;
    }

    private void lead(Trial trial, TrialStation station) {
        ShipmentStatus status = station.scan();
        if (station == TrialStation.HANDED_OVER) {
            handovers.whole(trial.mall(), Carrier.TRIAL.carrierId(), number(trial), trial.orderNo());
        } else if (status != null) {
            Instant at = last(trial).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
            Scan scan = new Scan(
                    0,
                    Carrier.TRIAL.carrierId(),
                    number(trial),
                    status,
                    null,
                    at,
                    station.place(),
                    "",
                    "trial-" + trial.id() + "-" + station);
            tracking.submit(List.of(scan)).join();
        }
    }

    private static TrackingNumber number(Trial trial) {
        return TrackingNumber.of("TEST%08d".formatted(trial.id()));
    }
}
