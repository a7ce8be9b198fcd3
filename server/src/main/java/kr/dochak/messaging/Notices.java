package kr.dochak.messaging;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.live.LiveTopics;
import kr.dochak.messaging.KnownOrders.AnnouncedWindow;
import kr.dochak.messaging.MessagingPolicies.Policies;
import kr.dochak.messaging.NoticeRepository.LastChange;
import kr.dochak.messaging.NoticeRepository.ParcelOf;
import kr.dochak.orders.OrderFact.OrderCancelled;
import kr.dochak.orders.OrderTopic;
import kr.dochak.promise.PromiseFact.Changed;
import kr.dochak.promise.PromiseFact.Made;
import kr.dochak.shared.OrderId;
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
            NoticeKind.SHIPPED,
            NoticeKind.OUT_FOR_DELIVERY,
            NoticeKind.WINDOW_CHANGED,
            NoticeKind.DELAYED);

    private final NoticeRepository notices;
    private final KnownOrders orders;
    private final MessagingPolicies policies;
    private final OutsideChannels outside;
    private final LiveTopics live;
    private final InstantSource clock;

    Notices(
            NoticeRepository notices,
            KnownOrders orders,
            MessagingPolicies policies,
            OutsideChannels outside,
            LiveTopics live,
            InstantSource clock) {
        this.notices = notices;
        this.orders = orders;
        this.policies = policies;
        this.outside = outside;
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

    /** The first change goes out at once; further ones within the merging time become one message (MSG-5). */
    void windowsChanged(List<Changed> changes) {
        orders.told(changes.stream()
                .map(c -> new AnnouncedWindow(c.orderId(), c.now()))
                .toList());
        Policies all = policies.all();
        Map<PromiseId, LastChange> last = notices
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

    /** One notice for all that was granted for one promise at one time. */
    void granted(List<Granted> grants) {
        Map<PromiseId, List<Granted>> byPromise = grants.stream()
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

    /** An order that will not be delivered gets no more notices. */
    void cancelled(OrderCancelled order) {
        orders.cancelled(order);
        notices.withdraw(UNTRUE_ONCE_CANCELLED, List.of(new ParcelOf(order.orderId(), null)));
    }

    /** Stores notices whose kind needs nothing more. */
    public void tell(List<NewNotice> news) {
        touchOrders(notices.insert(news, clock.instant(), outside.anyOn()));
    }

    /** Releases held notices with all they waited for; the others went out before, or are withdrawn. */
    void complete(List<NewNotice> complete) {
        touchOrders(notices.release(complete, clock.instant(), outside.anyOn()));
    }

    private void touchOrders(List<OrderId> orderIds) {
        live.touchAll(orderIds.stream().distinct().map(OrderTopic::of).toList());
    }
}
