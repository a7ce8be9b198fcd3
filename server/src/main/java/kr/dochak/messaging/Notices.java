package kr.dochak.messaging;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.compensation.CompensationFact.DecidedDelay;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.messaging.KnownOrders.Told;
import kr.dochak.messaging.MessagingPolicies.Policies;
import kr.dochak.messaging.NoticeRepository.LastChange;
import kr.dochak.messaging.NoticeRepository.ParcelOf;
import kr.dochak.orders.OrderFact.OrderCancelled;
import kr.dochak.orders.OrderTopic;
import kr.dochak.promise.PromiseFact.Changed;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.Made;
import kr.dochak.shared.LiveTopics;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns facts into notices: each told once, a delay together with its compensation, nothing that is no longer true. */
@Component
@Transactional
class Notices {

    private static final List<NoticeKind> UNTRUE_ONCE_LATE = List.of(NoticeKind.WINDOW_CHANGED);

    /** {@link NoticeRepository#insert} keeps the same from being told afterwards. */
    private static final List<NoticeKind> UNTRUE_ONCE_CANCELLED = List.of(
            NoticeKind.ORDER_CONFIRMED,
            NoticeKind.SHIPPED,
            NoticeKind.OUT_FOR_DELIVERY,
            NoticeKind.WINDOW_CHANGED,
            NoticeKind.DELAYED);

    private final NoticeRepository notices;
    private final KnownOrders orders;
    private final MessagingPolicies policies;
    private final Channels channels;
    private final Tracking tracking;
    private final LiveTopics live;
    private final InstantSource clock;

    Notices(
            NoticeRepository notices,
            KnownOrders orders,
            MessagingPolicies policies,
            Channels channels,
            Tracking tracking,
            LiveTopics live,
            InstantSource clock) {
        this.notices = notices;
        this.orders = orders;
        this.policies = policies;
        this.channels = channels;
        this.tracking = tracking;
        this.live = live;
        this.clock = clock;
    }

    /** The confirmation of an order is its first window (MSG-4: within ten minutes). */
    void promised(List<Made> promises) {
        orders.promised(promises);
        tell(promises.stream()
                .map(made -> NewNotice.ofPromise(
                        NoticeKind.ORDER_CONFIRMED,
                        "" + made.promiseId(),
                        made.tenantId(),
                        made.personId(),
                        made.orderId(),
                        made.promiseId(),
                        NoticeFacts.window(made.promised()),
                        made.at(),
                        null))
                .toList());
    }

    /** The first change is told at once, further ones within the merging time become one message (MSG-5). */
    void windowsChanged(List<Changed> changes) {
        orders.told(changes.stream().map(c -> new Told(c.orderId(), c.now())).toList());
        Policies all = policies.all();
        Map<Long, LastChange> last = notices
                .lastChanges(changes.stream().map(Changed::orderId).toList())
                .stream()
                .collect(Collectors.toMap(LastChange::promiseId, Function.identity()));
        List<Changed> news =
                changes.stream().filter(c -> isNews(c, last.get(c.promiseId()))).toList();
        tell(news.stream()
                .map(c -> NewNotice.ofPromise(
                        NoticeKind.WINDOW_CHANGED,
                        c.promiseId() + ":" + c.at().toEpochMilli(),
                        c.tenantId(),
                        c.personId(),
                        c.orderId(),
                        c.promiseId(),
                        NoticeFacts.change(c.told(), c.now(), c.cause()),
                        c.at(),
                        holdUntil(c, last.get(c.promiseId()), all)))
                .toList());
        notices.mergeIntoWaiting(news);
    }

    private static boolean isNews(Changed change, @Nullable LastChange last) {
        return last == null || change.at().isAfter(last.detectedAt());
    }

    private static @Nullable Instant holdUntil(Changed change, @Nullable LastChange last, Policies all) {
        return last == null || last.toldAt() == null
                ? null
                : last.toldAt().plus(all.of(change.tenantId()).mergeWithin());
    }

    /** Holds each delay for a moment, so that what was decided about it can be told in the same message. */
    void delaysFound(List<Delay> found) {
        Policies all = policies.all();
        Instant now = clock.instant();
        Map<Long, ShipmentState> states = states(found);
        List<Delay> delays = found.stream().filter(d -> isComing(d, states)).toList();
        List<NewNotice> held = delays.stream()
                .map(delay -> notice(
                        delay,
                        place(delay, states),
                        List.of(),
                        false,
                        now.plus(all.of(delay.tenantId()).delayHold())))
                .toList();
        noLongerTrue(delays);
        tell(held);
    }

    /** Releases the delay notice with its grants; one that could not wait is followed by a notice of the grants. */
    void decided(List<DecidedDelay> decided) {
        Map<Long, ShipmentState> states =
                states(decided.stream().map(DecidedDelay::delay).toList());
        Map<NoticeKind, List<DecidedDelay>> byKind = decided.stream()
                .filter(d -> isComing(d.delay(), states))
                .collect(Collectors.groupingBy(d -> kind(d.delay())));
        byKind.forEach((kind, delays) -> {
            Map<String, DecidedDelay> open = new LinkedHashMap<>();
            delays.forEach(d -> open.putIfAbsent(subject(d.delay()), d));
            noLongerTrue(delays.stream().map(DecidedDelay::delay).toList());
            Map<String, NewNotice> complete = new LinkedHashMap<>();
            open.forEach((subject, d) ->
                    complete.put(subject, notice(d.delay(), place(d.delay(), states), d.grants(), true, null)));
            tell(List.copyOf(complete.values()));
            Instant now = clock.instant();
            List<String> released = notices.release(kind, List.copyOf(complete.values()), now, channels.anyOn());
            touch(released.stream().map(subject -> open.get(subject)).toList());
            notices.undecided(kind, open.keySet()).stream()
                    .map(subject -> open.get(subject))
                    .forEach(late -> {
                        if (late != null) {
                            granted(late.grants());
                        }
                    });
        });
    }

    private void touch(List<@Nullable DecidedDelay> released) {
        Set<Long> ids = new HashSet<>();
        released.forEach(d -> {
            if (d != null) {
                ids.add(d.delay().orderId());
            }
        });
        touchOrders(ids);
    }

    /** One notice for all that was granted for one promise at one time. */
    void granted(List<Granted> grants) {
        Map<Long, List<Granted>> byPromise = grants.stream()
                .collect(Collectors.groupingBy(Granted::promiseId, LinkedHashMap::new, Collectors.toList()));
        List<NewNotice> news = new ArrayList<>();
        byPromise.forEach((promiseId, given) -> {
            Granted first = given.getFirst();
            long lowest = given.stream().mapToLong(Granted::grantId).min().orElseThrow();
            news.add(NewNotice.ofPromise(
                    NoticeKind.COMPENSATION_GRANTED,
                    promiseId + ":" + lowest,
                    first.tenantId(),
                    first.personId(),
                    first.orderId(),
                    promiseId,
                    NoticeFacts.granted(given.stream().map(GrantFact::of).toList(), first.at()),
                    first.at(),
                    null));
        });
        tell(news);
    }

    /** Nothing more is to be told about an order that will not be delivered. */
    void cancelled(OrderCancelled order) {
        orders.cancelled(order);
        notices.withdraw(UNTRUE_ONCE_CANCELLED, List.of(new ParcelOf(order.orderId(), null)));
    }

    /** Stores notices whose kind needs nothing more. */
    void tell(List<NewNotice> news) {
        touchOrders(new HashSet<>(notices.insert(news, clock.instant(), channels.anyOn())));
    }

    private void touchOrders(Set<Long> orderIds) {
        live.touchAll(orderIds.stream().map(OrderTopic::of).toList());
    }

    private void noLongerTrue(List<Delay> delays) {
        orders.told(delays.stream()
                .map(delay -> new Told(delay.orderId(), delay.expected()))
                .toList());
        notices.withdraw(
                UNTRUE_ONCE_LATE,
                delays.stream()
                        .map(delay -> new ParcelOf(delay.orderId(), delay.shipmentId()))
                        .toList());
    }

    /** Where the late parcels are, for the words of the reason. */
    private Map<Long, ShipmentState> states(List<Delay> delays) {
        Set<Long> shipments = new HashSet<>();
        for (Delay delay : delays) {
            if (delay.shipmentId() != null) {
                shipments.add(delay.shipmentId());
            }
        }
        return shipments.isEmpty() ? Map.of() : tracking.states(shipments);
    }

    /** A parcel whose number was cancelled meanwhile is not late: it does not come at all. */
    private static boolean isComing(Delay delay, Map<Long, ShipmentState> states) {
        ShipmentState state = delay.shipmentId() == null ? null : states.get(delay.shipmentId());
        return state == null || state.status() != ShipmentStatus.CANCELLED;
    }

    private static @Nullable String place(Delay delay, Map<Long, ShipmentState> states) {
        ShipmentState state = delay.shipmentId() == null ? null : states.get(delay.shipmentId());
        return state == null ? null : state.place();
    }

    private static NewNotice notice(
            Delay delay, @Nullable String place, List<Granted> grants, boolean decided, @Nullable Instant holdUntil) {
        NoticeFacts facts = new NoticeFacts(
                delay.promised(),
                delay.expected(),
                delay.cause(),
                delay.kind(),
                place,
                grants.stream().map(GrantFact::of).toList(),
                null,
                null,
                null,
                null,
                null);
        return new NewNotice(
                kind(delay),
                subject(delay),
                delay.tenantId(),
                delay.personId(),
                delay.orderId(),
                delay.promiseId(),
                delay.shipmentId(),
                facts,
                delay.foundAt(),
                holdUntil,
                decided);
    }

    private static boolean isLostOrDamaged(Delay delay) {
        return delay.cause() == DelayCause.LOST || delay.cause() == DelayCause.DAMAGED;
    }

    private static NoticeKind kind(Delay delay) {
        return isLostOrDamaged(delay) ? NoticeKind.LOST_OR_DAMAGED : NoticeKind.DELAYED;
    }

    /** A delay is told once for each promise; a loss once for each order, whoever reports it first. */
    private static String subject(Delay delay) {
        return isLostOrDamaged(delay) ? "order:" + delay.orderId() : "" + delay.promiseId();
    }
}
