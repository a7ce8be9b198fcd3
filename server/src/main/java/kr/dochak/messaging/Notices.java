package kr.dochak.messaging;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.live.LiveTopics;
import kr.dochak.messaging.KnownOrders.AnnouncedWindow;
import kr.dochak.messaging.NoticeRepository.LastChange;
import kr.dochak.messaging.NoticeRepository.ParcelOf;
import kr.dochak.messaging.policy.MessagingPolicies;
import kr.dochak.messaging.policy.MessagingPolicies.Policies;
import kr.dochak.orders.OrderFact.OrderCancelled;
import kr.dochak.orders.OrderTopic;
import kr.dochak.promise.PromiseFact.Changed;
import kr.dochak.promise.PromiseFact.Made;
import kr.dochak.shared.PromiseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns facts into notices: each once, and none that is no longer true. {@link DelayNotices} makes those of delays. */
@Component
@Transactional
public class Notices {

    /** {@link NoticeRepository#insert} keeps the same from being told afterwards. */
    private static final List<NoticeKind> UNTRUE_ONCE_CANCELLED = List.of(
            NoticeKind.ORDER_CONFIRMED,
            NoticeKind.PREPARING,
            NoticeKind.SHIPPED,
            NoticeKind.OUT_FOR_DELIVERY,
            NoticeKind.WINDOW_CHANGED,
            NoticeKind.DELAYED,
            NoticeKind.DELIVERED,
            NoticeKind.ATTEMPT_FAILED,
            NoticeKind.READY_FOR_PICKUP,
            NoticeKind.RETURNING,
            NoticeKind.LOST_OR_DAMAGED);

    private final NoticeRepository notices;
    private final KnownOrders orders;
    private final MessagingPolicies policies;
    private final OutsideChannels outside;
    private final NoticeWords words;
    private final LiveTopics live;
    private final InstantSource clock;

    Notices(
            NoticeRepository notices,
            KnownOrders orders,
            MessagingPolicies policies,
            OutsideChannels outside,
            NoticeWords words,
            LiveTopics live,
            InstantSource clock) {
        this.notices = notices;
        this.orders = orders;
        this.policies = policies;
        this.outside = outside;
        this.words = words;
        this.live = live;
        this.clock = clock;
    }

    void promised(List<Made> promises) {
        promised(promises, Map.of());
    }

    /** The confirmation of an order is its first window, with how it travels (MSG-4: within ten minutes). */
    void promised(List<Made> promises, Map<PromiseId, NoticeFacts.Way> ways) {
        orders.promised(promises);
        tell(promises.stream()
                .map(made -> NewNotice.ofPromise(
                        NoticeKind.ORDER_CONFIRMED,
                        "" + made.promiseId(),
                        made.tenantId(),
                        made.personId(),
                        made.orderId(),
                        made.promiseId(),
                        promised(made, ways.get(made.promiseId())),
                        made.at(),
                        null))
                .toList());
    }

    private static NoticeFacts promised(Made made, NoticeFacts.@Nullable Way way) {
        NoticeFacts facts = NoticeFacts.window(made.promised());
        return way == null ? facts : facts.travelling(way);
    }

    /** The first change goes out at once; further ones within the merging time become one message (MSG-5). */
    void windowsChanged(List<Changed> changes) {
        orders.announced(changes.stream()
                .map(c -> new AnnouncedWindow(c.orderId(), c.now()))
                .toList());
        Policies all = policies.all();
        Map<PromiseId, LastChange> last = notices
                .lastChanges(changes.stream().map(Changed::orderId).toList())
                .stream()
                .collect(Collectors.toMap(LastChange::promiseId, Function.identity()));
        List<Changed> fresh = changes.stream()
                .filter(c -> isFresh(c, last.get(c.promiseId())))
                .toList();
        tell(fresh.stream()
                .map(c -> NewNotice.ofPromise(
                        NoticeKind.WINDOW_CHANGED,
                        c.promiseId() + ":" + c.at().toEpochMilli(),
                        c.tenantId(),
                        c.personId(),
                        c.orderId(),
                        c.promiseId(),
                        NoticeFacts.change(c.told(), c.now(), c.cause(), c.lost()),
                        c.at(),
                        holdUntil(c, last.get(c.promiseId()), all)))
                .toList());
        notices.mergeIntoWaiting(fresh);
    }

    private static boolean isFresh(Changed change, @Nullable LastChange last) {
        return last == null || change.at().isAfter(last.detectedAt());
    }

    private static @Nullable Instant holdUntil(Changed change, @Nullable LastChange last, Policies all) {
        return last == null || last.announcedAt() == null
                ? null
                : last.announcedAt().plus(all.of(change.tenantId()).mergeWithin());
    }

    /** One notice for all that was granted for one promise at one time. */
    void granted(List<Granted> grants) {
        Map<PromiseId, List<Granted>> byPromise = grants.stream()
                .collect(Collectors.groupingBy(Granted::promiseId, LinkedHashMap::new, Collectors.toList()));
        List<NewNotice> fresh = new ArrayList<>();
        byPromise.forEach((promiseId, given) -> {
            Granted first = given.getFirst();
            long lowest = given.stream().mapToLong(Granted::grantId).min().orElseThrow();
            fresh.add(NewNotice.ofPromise(
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
        tell(fresh);
    }

    /** An order that will not be delivered gets no more notices. */
    void cancelled(OrderCancelled order) {
        orders.cancelled(order);
        notices.withdraw(UNTRUE_ONCE_CANCELLED, List.of(new ParcelOf(order.orderId(), null)));
    }

    /** Stores notices whose kind needs nothing more. */
    public void tell(List<NewNotice> fresh) {
        Instant now = clock.instant();
        announced(notices.insert(fresh, now, outside.anyOn()), now);
    }

    /** Releases held notices with all they waited for; the others went out before, or are withdrawn. */
    void complete(List<NewNotice> complete) {
        Instant now = clock.instant();
        announced(notices.release(complete, now, outside.anyOn()), now);
    }

    /** What can be read from now on is written down word for word, in the same transaction (MSG-8). */
    public void announced(List<NoticeRow> rows, Instant now) {
        Instant from = now.truncatedTo(ChronoUnit.MICROS);
        words.announced(
                rows.stream()
                        .filter(row ->
                                row.announcedAt() != null && !row.announcedAt().isBefore(from))
                        .toList(),
                now);
        live.touchAll(rows.stream()
                .map(NoticeRow::orderId)
                .filter(Objects::nonNull)
                .distinct()
                .map(OrderTopic::of)
                .toList());
    }
}
