package kr.dochak.portal.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.orders.OrderSummary;
import kr.dochak.portal.ArrivalWords;
import kr.dochak.portal.OrderCards;
import kr.dochak.portal.Parcel;
import kr.dochak.portal.Parcels;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.promise.windows.DayChances;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a customer may still change about an order's delivery, and what that does to the promise. */
@Component
public class RequestChoices {

    private static final int DAYS = 7;
    private static final int CHANCES = 3;

    private final Parcels parcels;
    private final Promises promises;

    RequestChoices(Parcels parcels, Promises promises) {
        this.parcels = parcels;
        this.promises = promises;
    }

    public RequestForm of(OrderSummary order, Words words, Instant now) {
        List<Parcel> parts = parcels.of(List.of(order)).getOrDefault(order.orderId(), List.of());
        Optional<Parcel> last = parts.stream().filter(Parcel::changeable).max(Comparator.comparing(Parcel::arrival));
        DeliveryRequest request = order.request();
        return last.isEmpty()
                ? RequestForm.closed(order.orderId(), request, why(order, parts), words)
                : RequestForm.open(order.orderId(), request, days(last.get(), words, now), words);
    }

    /** Why nothing can be changed any more: the key of a sentence with what can be done instead. */
    private static String why(OrderSummary order, List<Parcel> parts) {
        if (order.cancelledAt() != null) {
            return "cancelled";
        }
        if (!order.stands()) {
            return "unpaid";
        }
        Parcel next = OrderCards.next(parts);
        if (next.condition() == Parcel.Condition.LOST || next.condition() == Parcel.Condition.DAMAGED) {
            return "lost";
        }
        return switch (next.status()) {
            case OUT_FOR_DELIVERY, AVAILABLE_FOR_PICKUP -> "out";
            case DELIVERED -> "delivered";
            default -> next.status() == ShipmentStatus.ATTEMPT_FAIL ? "attempted" : "other";
        };
    }

    /** As planned, then the carrier's open days after the promised one. */
    private List<RequestForm.Day> days(Parcel parcel, Words words, Instant now) {
        List<RequestForm.Day> days = new ArrayList<>();
        ArrivalWords arrivals = new ArrivalWords(words, now);
        PromiseView promise = parcel.promise();
        if (promise == null) {
            return List.of(new RequestForm.Day(
                    "", words.word("portal.request.soonest"), "", "", words.word("portal.request.keeps")));
        }
        LocalDate planned = planned(promise, now);
        DayChances chances = promises.chances(promise, now);
        days.add(new RequestForm.Day(
                "",
                words.word("portal.request.soonest"),
                arrivals.day(planned),
                chance(chances.by(planned), words),
                (parcel.request().day() == null
                                ? words.word("portal.request.keeps")
                                : words.word("portal.request.back", date(planned, words, now)))
                        + " " + soonest(chances, words, now)));
        for (LocalDate day : promises.deliveryDays(promise, planned.plusDays(1), DAYS)) {
            days.add(new RequestForm.Day(
                    day.toString(),
                    weekday(day, words),
                    dayOfMonth(day),
                    chance(chances.by(day), words),
                    effect(promise, day, words, now)));
        }
        return days;
    }

    /** The first days with their chances, {@code 내일(화) 71%, 모레(수) 96%}: by when it comes if nobody waits. */
    private static String soonest(DayChances chances, Words words, Instant now) {
        String days = chances.choices().stream()
                .limit(CHANCES)
                .map(each -> words.word(
                        "portal.request.by",
                        KoreanTime.day(Seoul.startOf(each.day()), now, words.locale()),
                        each.percent()))
                .collect(Collectors.joining(", "));
        return days.isEmpty() ? "" : words.word("portal.request.chances", days);
    }

    /** How likely it is there by then; nothing where nothing is known. */
    private static String chance(double chance, Words words) {
        return chance <= 0 ? "" : words.word("portal.request.chance", (int) Math.floor(chance * 100 + 1e-9));
    }

    /** The day it comes by itself: the promised one, or a later one that is more likely by now. */
    private LocalDate planned(PromiseView promise, Instant now) {
        LocalDate likely = Seoul.dateOf(promise.window().p90());
        LocalDate promised = promises.ledgerOf(promise.promiseId()).stream()
                .takeWhile(shown -> !shown.source().equals("CUSTOMER"))
                .reduce((first, second) -> second)
                .map(shown -> Seoul.dateOf(shown.promised().to()))
                .orElse(Seoul.dateOf(promise.promised().to()));
        LocalDate planned = promise.delay() == null && promised.isAfter(likely) ? promised : likely;
        LocalDate today = Seoul.dateOf(now);
        return planned.isBefore(today) ? today : planned;
    }

    private static String effect(PromiseView promise, LocalDate day, Words words, Instant now) {
        String written = date(day, words, now);
        return promise.delay() == null
                ? words.word("portal.request.moves", written)
                : words.word("portal.request.moves.late", written);
    }

    static String date(LocalDate day, Words words, Instant now) {
        return KoreanTime.date(day, Seoul.dateOf(now), words.locale());
    }

    private static String weekday(LocalDate day, Words words) {
        return words.word("portal.request.weekday", KoreanTime.weekday(day, words.locale()));
    }

    private static String dayOfMonth(LocalDate day) {
        return day.getMonthValue() + "." + day.getDayOfMonth();
    }

    /** The day that was chosen, if it is one of those offered. */
    static @Nullable LocalDate chosen(RequestForm offered, String day) {
        return day.isEmpty()
                        || offered.days().stream()
                                .noneMatch(each -> each.value().equals(day))
                ? null
                : LocalDate.parse(day);
    }
}
