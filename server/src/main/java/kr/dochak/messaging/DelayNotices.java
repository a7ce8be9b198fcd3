package kr.dochak.messaging;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.compensation.CompensationFact.DecidedDelay;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.messaging.KnownOrders.AnnouncedWindow;
import kr.dochak.messaging.NoticeRepository.ParcelOf;
import kr.dochak.messaging.policy.MessagingPolicies;
import kr.dochak.messaging.policy.MessagingPolicies.Policies;
import kr.dochak.messaging.policy.MessagingPolicy;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes one notice of each delay, together with what was granted for it, and only while it is true. */
@Component
@Transactional
class DelayNotices {

    private static final List<NoticeKind> UNTRUE_ONCE_LATE = List.of(NoticeKind.WINDOW_CHANGED);

    private final Notices notices;
    private final NoticeRepository repository;
    private final KnownOrders orders;
    private final MessagingPolicies policies;
    private final Tracking tracking;
    private final InstantSource clock;

    DelayNotices(
            Notices notices,
            NoticeRepository repository,
            KnownOrders orders,
            MessagingPolicies policies,
            Tracking tracking,
            InstantSource clock) {
        this.notices = notices;
        this.repository = repository;
        this.orders = orders;
        this.policies = policies;
        this.tracking = tracking;
        this.clock = clock;
    }

    void found(List<Delay> delays) {
        tell(delays.stream().map(DelayNotice.Found::new).toList());
    }

    void decided(List<DecidedDelay> delays) {
        tell(delays.stream()
                .map(d -> new DelayNotice.Decided(d.delay(), d.grants()))
                .toList());
    }

    /** The one way of both states: the notice is made if there is none, and completed if its decision is in it. */
    private void tell(List<? extends DelayNotice> delays) {
        Map<ShipmentId, ShipmentState> states = states(delays);
        List<? extends DelayNotice> coming = coming(delays, states);
        if (coming.isEmpty()) {
            return;
        }
        withdrawWhatIsNoLongerTrue(coming.stream().map(DelayNotice::delay).toList());
        Policies all = policies.all();
        Instant now = clock.instant();
        Map<String, DelayNotice> bySubject = new LinkedHashMap<>();
        coming.forEach(each -> bySubject.putIfAbsent(each.subject(), each));
        List<NewNotice> delayNotices = bySubject.values().stream()
                .map(each -> notice(each, states, all.of(each.delay().tenantId()), now))
                .toList();
        notices.tell(delayNotices);
        complete(delayNotices.stream().filter(NewNotice::decided).toList(), bySubject);
    }

    /** Releases what is held; a notice that could not wait is followed by one of the grants. */
    private void complete(List<NewNotice> decided, Map<String, DelayNotice> bySubject) {
        if (decided.isEmpty()) {
            return;
        }
        notices.complete(decided);
        repository.undecided(decided).stream()
                .map(subject -> Objects.requireNonNull(bySubject.get(subject)).grants())
                .forEach(notices::granted);
    }

    private Map<ShipmentId, ShipmentState> states(List<? extends DelayNotice> delays) {
        Set<ShipmentId> parcels = delays.stream()
                .map(each -> each.delay().shipmentId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return parcels.isEmpty() ? Map.of() : tracking.states(parcels);
    }

    private static NewNotice notice(
            DelayNotice each, Map<ShipmentId, ShipmentState> states, MessagingPolicy policy, Instant now) {
        Delay delay = each.delay();
        NewNotice notice = each.notice(now.plus(policy.delayHold()));
        ShipmentState state = delay.shipmentId() == null ? null : states.get(delay.shipmentId());
        return state != null && each.isOfSilence(state.lastScanAt())
                ? notice.with(notice.facts()
                        .unseen(state.lastScanAt(), delay.foundAt().plus(policy.carrierAnswersWithin())))
                : notice;
    }

    /** A parcel whose number was cancelled meanwhile is not late: it does not come at all. */
    private static List<? extends DelayNotice> coming(
            List<? extends DelayNotice> delays, Map<ShipmentId, ShipmentState> states) {
        return delays.stream()
                .filter(each -> {
                    ShipmentId parcel = each.delay().shipmentId();
                    ShipmentState state = parcel == null ? null : states.get(parcel);
                    return state == null || state.status() != ShipmentStatus.CANCELLED;
                })
                .toList();
    }

    private void withdrawWhatIsNoLongerTrue(List<Delay> delays) {
        orders.announced(delays.stream()
                .map(delay -> new AnnouncedWindow(delay.orderId(), delay.expected()))
                .toList());
        repository.withdraw(
                UNTRUE_ONCE_LATE,
                delays.stream()
                        .map(delay -> new ParcelOf(delay.orderId(), delay.shipmentId()))
                        .toList());
    }

    /** How far a delay is on its way to the customer: found, then decided. Both make the same one notice. */
    sealed interface DelayNotice {

        /** Found; the notice is held for a moment, so that the decision goes out in the same message. */
        record Found(Delay delay) implements DelayNotice {}

        /** Decided; nothing more is to wait for. */
        record Decided(Delay delay, List<Granted> grants) implements DelayNotice {}

        Delay delay();

        default List<Granted> grants() {
            return List.of();
        }

        default boolean isDecided() {
            return this instanceof Decided;
        }

        default boolean isLostOrDamaged() {
            return delay().cause() == DelayCause.LOST || delay().cause() == DelayCause.DAMAGED;
        }

        /**
         * Whether nothing is known but that nobody has seen the parcel: its promise still holds, and nothing was scanned
         * since that was found (TRK-4).
         */
        default boolean isOfSilence(Instant lastScanAt) {
            return isUnseen() && !isLostOrDamaged() && !lastScanAt.isAfter(delay().foundAt());
        }

        private boolean isUnseen() {
            return delay().kind() == DelayKind.SILENT
                    && delay().foundAt().isBefore(delay().promised().to());
        }

        /**
         * A delay has one notice for each promise, and a silence before it one of its own; a loss has one for each order,
         * whoever reports it first.
         */
        default String subject() {
            return isLostOrDamaged()
                    ? "order:" + delay().orderId()
                    : (isUnseen() ? "silent:" : "") + delay().promiseId();
        }

        /**
         * The one notice of it, with what is known by now.
         *
         * @param holdUntil how long it waits at most for the decision
         */
        default NewNotice notice(Instant holdUntil) {
            Delay delay = delay();
            return new NewNotice(
                    isLostOrDamaged() ? NoticeKind.LOST_OR_DAMAGED : NoticeKind.DELAYED,
                    subject(),
                    delay.tenantId(),
                    delay.personId(),
                    delay.orderId(),
                    delay.promiseId(),
                    delay.shipmentId(),
                    NoticeFacts.delay(
                            delay, grants().stream().map(GrantFact::of).toList()),
                    delay.foundAt(),
                    isDecided() ? null : holdUntil,
                    isDecided());
        }
    }
}
