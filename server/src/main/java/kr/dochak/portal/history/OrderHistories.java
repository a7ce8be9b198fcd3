package kr.dochak.portal.history;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.Compensations;
import kr.dochak.messaging.InboxEntry;
import kr.dochak.messaging.Messages;
import kr.dochak.orders.OrderDetail;
import kr.dochak.orders.OrderLine;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.portal.ArrivalWords;
import kr.dochak.portal.GrantWords;
import kr.dochak.portal.OrderCards;
import kr.dochak.portal.Parcel;
import kr.dochak.portal.Parcels;
import kr.dochak.portal.Portion;
import kr.dochak.portal.order.OrderStories;
import kr.dochak.promise.PromiseView;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the order history of one customer: a few questions for each hundred of orders. */
@Component
class OrderHistories {

    /** Files are read on other days, so nothing is said of today or yesterday in them. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final int BATCH = 100;
    /** More orders than this are not put into one file; the page says so. */
    static final int MOST = 1_000;

    private static final int MOST_TOLD = 5_000;

    private final Orders orders;
    private final Parcels parcels;
    private final Compensations compensations;
    private final Messages messages;

    OrderHistories(Orders orders, Parcels parcels, Compensations compensations, Messages messages) {
        this.orders = orders;
        this.parcels = parcels;
        this.compensations = compensations;
        this.messages = messages;
    }

    /** The orders of these days, newest first; at most {@link #MOST}. */
    List<HistoryOrder> of(Collection<PersonId> personIds, HistoryPeriod period, Words words, Instant now) {
        List<OrderSummary> found = summaries(personIds, period);
        Map<OrderId, List<HistoryOrder.SentNotice>> messages = messages(personIds, words);
        ArrivalWords arrivals = new ArrivalWords(words, now);
        List<HistoryOrder> history = new ArrayList<>();
        for (int from = 0; from < found.size(); from += BATCH) {
            history.addAll(some(found.subList(from, Math.min(found.size(), from + BATCH)), messages, arrivals));
        }
        return history;
    }

    private List<OrderSummary> summaries(Collection<PersonId> personIds, HistoryPeriod period) {
        List<OrderSummary> found = new ArrayList<>();
        String cursor = null;
        do {
            Keyset<OrderSummary> page = orders.ofPeople(personIds, cursor, BATCH);
            page.items().stream()
                    .filter(order -> period.holds(order.orderedAt()))
                    .forEach(found::add);
            cursor = page.next();
        } while (cursor != null && found.size() < MOST);
        return found.size() > MOST ? found.subList(0, MOST) : found;
    }

    private Map<OrderId, List<HistoryOrder.SentNotice>> messages(Collection<PersonId> personIds, Words words) {
        List<InboxEntry> all = new ArrayList<>();
        String cursor = null;
        do {
            Keyset<InboxEntry> page = messages.inboxOf(personIds, words.lang(), cursor, BATCH);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null && all.size() < MOST_TOLD);
        return all.reversed().stream()
                .filter(entry -> entry.orderId() != null)
                .collect(Collectors.groupingBy(
                        entry -> Objects.requireNonNull(entry.orderId()),
                        Collectors.mapping(
                                entry -> new HistoryOrder.SentNotice(time(entry.announcedAt()), entry.title()),
                                Collectors.toList())));
    }

    private List<HistoryOrder> some(
            List<OrderSummary> found, Map<OrderId, List<HistoryOrder.SentNotice>> messages, ArrivalWords arrivals) {
        Map<OrderId, List<Parcel>> parts = parcels.of(found);
        Map<PromiseId, List<Granted>> grants = compensations.ofPromises(parts.values().stream()
                .flatMap(List::stream)
                .map(Parcel::promise)
                .filter(Objects::nonNull)
                .map(PromiseView::promiseId)
                .toList());
        return orders.details(found.stream().map(OrderSummary::orderId).toList()).stream()
                .map(detail -> {
                    OrderId id = detail.summary().orderId();
                    return one(
                            detail,
                            parts.getOrDefault(id, List.of()),
                            grants,
                            messages.getOrDefault(id, List.of()),
                            arrivals);
                })
                .toList();
    }

    private static HistoryOrder one(
            OrderDetail detail,
            List<Parcel> parts,
            Map<PromiseId, List<Granted>> grants,
            List<HistoryOrder.SentNotice> messages,
            ArrivalWords arrivals) {
        Words words = arrivals.words();
        String given = parts.stream()
                .map(Parcel::promise)
                .filter(Objects::nonNull)
                .flatMap(promise -> grants.getOrDefault(promise.promiseId(), List.of()).stream())
                .map(grant -> GrantWords.gift(grant, words))
                .collect(Collectors.joining(", "));
        String discounts = detail.amounts().discounts().stream()
                .map(each -> each.reason() + " " + words.word("portal.won", each.amount()))
                .collect(Collectors.joining(", "));
        return new HistoryOrder(
                detail,
                OrderCards.title(detail.summary(), words),
                time(detail.summary().orderedAt()),
                OrderStories.method(detail.paymentMethod(), words),
                discounts,
                given,
                detail.lines().stream()
                        .flatMap(line -> Portion.of(line, parts).stream())
                        .map(portion -> item(portion.line(), portion.parcel(), arrivals))
                        .toList(),
                messages);
    }

    private static HistoryOrder.Item item(OrderLine line, Parcel parcel, ArrivalWords arrivals) {
        PromiseView promise = parcel.promise();
        var shipment = parcel.shipment();
        return new HistoryOrder.Item(
                line,
                shipment == null
                        ? ""
                        : Carrier.nameOf(
                                shipment.state().carrier(), arrivals.words().locale()),
                shipment == null ? TrackingNumber.of(null) : shipment.trackingNumber(),
                arrivals.words().word("portal.history.state." + parcel.condition()),
                promise == null ? "" : time(promise.promised().to()),
                time(promise == null ? null : promise.deliveredAt()));
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(Seoul.at(at));
    }
}
