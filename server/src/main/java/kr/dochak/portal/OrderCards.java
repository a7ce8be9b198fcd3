package kr.dochak.portal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.Compensations;
import kr.dochak.messaging.reasons.CauseText;
import kr.dochak.orders.OrderSummary;
import kr.dochak.pages.Steps;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseView;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes cards out of orders: three questions for the whole list. */
@Component
public class OrderCards {

    private final Parcels parcels;
    private final Compensations compensations;

    OrderCards(Parcels parcels, Compensations compensations) {
        this.parcels = parcels;
        this.compensations = compensations;
    }

    /** Those that are still to come first, the soonest on top; below them the others, the latest on top. */
    List<OrderCard> of(Collection<OrderSummary> orders, ArrivalWords arrivals) {
        Map<OrderId, List<Parcel>> parts = parcels.of(orders);
        Map<PromiseId, List<Granted>> grants = compensations.ofPromises(parts.values().stream()
                .flatMap(List::stream)
                .map(Parcel::promise)
                .filter(Objects::nonNull)
                .map(PromiseView::promiseId)
                .toList());
        return orders.stream()
                .map(order -> card(order, parts.getOrDefault(order.orderId(), List.of()), grants, arrivals))
                .sorted(OrderCards::byArrival)
                .toList();
    }

    static int byArrival(OrderCard a, OrderCard b) {
        if (a.open() != b.open()) {
            return a.open() ? -1 : 1;
        }
        Comparator<OrderCard> soonest = Comparator.comparing(OrderCard::when).thenComparing(OrderCard::orderId);
        return a.open() ? soonest.compare(a, b) : soonest.compare(b, a);
    }

    private OrderCard card(
            OrderSummary order, List<Parcel> parts, Map<PromiseId, List<Granted>> grants, ArrivalWords arrivals) {
        Parcel next = next(parts);
        boolean open = parts.stream().anyMatch(Parcel::open);
        return new OrderCard(
                order.orderId(),
                order.orderNo(),
                title(order, arrivals.words()),
                initial(order.title()),
                Math.floorMod(order.title().hashCode(), 5),
                arrivals.of(next),
                new Steps(next.reached(), List.of()),
                change(next, grants, arrivals),
                parts.size(),
                open,
                open && next.promise() != null,
                parts.stream().anyMatch(Parcel::changeable),
                next.arrival());
    }

    /** The parcel the card speaks of: the next one to come, else the last one that came. */
    public static Parcel next(List<Parcel> parts) {
        return parts.stream()
                .filter(Parcel::open)
                .min(Comparator.comparing(Parcel::arrival))
                .orElseGet(() -> parts.stream()
                        .max(Comparator.comparing(Parcel::arrival))
                        .orElseThrow());
    }

    public static @Nullable ChangeLine change(
            Parcel parcel, Map<PromiseId, List<Granted>> grants, ArrivalWords arrivals) {
        PromiseView promise = parcel.promise();
        if (promise == null || promise.delay() == null || parcel.condition() == Parcel.Condition.CANCELLED) {
            return null;
        }
        DelayCause cause = switch (parcel.condition()) {
            case LOST -> DelayCause.LOST;
            case DAMAGED -> DelayCause.DAMAGED;
            default -> promise.delay().cause();
        };
        String place =
                parcel.shipment() == null ? null : parcel.shipment().state().place();
        String why = CauseText.reason(
                cause,
                place,
                promise.delay().lost(),
                arrivals.now(),
                arrivals.words().english() ? "en" : "ko");
        List<Granted> given = grants.getOrDefault(promise.promiseId(), List.of());
        return new ChangeLine(arrivals.until(promise), why + ".", GrantWords.sentence(given, arrivals.words()));
    }

    /** The title in the reader's language: the mall's own name of the first item, and how many more there are. */
    public static String title(OrderSummary order, Words words) {
        String more = " 외 " + (order.lineCount() - 1) + "개";
        return words.english() && order.lineCount() > 1 && order.title().endsWith(more)
                ? words.word(
                        "portal.orders.more",
                        order.title().substring(0, order.title().length() - more.length()),
                        order.lineCount() - 1)
                : order.title();
    }

    /** The first letter or figure of a name, for the place of a picture. */
    public static String initial(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("·");
    }
}
