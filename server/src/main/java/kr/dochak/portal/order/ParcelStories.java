package kr.dochak.portal.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.care.ratings.DeliveryRating;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.pages.PromiseBand;
import kr.dochak.pages.Steps;
import kr.dochak.portal.ArrivalWords;
import kr.dochak.portal.ChangeLine;
import kr.dochak.portal.GrantWords;
import kr.dochak.portal.OrderCards;
import kr.dochak.portal.Parcel;
import kr.dochak.portal.Portion;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.ScanView;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells one parcel of an order. */
@Component
public class ParcelStories {

    private final Tracking tracking;
    private final Promises promises;

    ParcelStories(Tracking tracking, Promises promises) {
        this.tracking = tracking;
        this.promises = promises;
    }

    ParcelStory of(Parcel parcel, boolean part, OrderContext context, ArrivalWords arrivals) {
        ShipmentView shipment = parcel.shipment();
        List<ScanView> scans = shipment == null ? List.of() : tracking.scansOf(shipment.shipmentId());
        List<Move> moves = shipment == null ? List.of() : moves(parcel, shipment);
        ScanWords scanWords = new ScanWords(arrivals.words(), arrivals.now());
        ScanView last =
                scans.stream().filter(scan -> !scan.disbelieved()).findFirst().orElse(null);
        return new ParcelStory(
                arrivals.of(parcel),
                new Steps(parcel.reached(), times(parcel, moves)),
                band(parcel, moves, context, scanWords),
                change(parcel, context, arrivals),
                part ? items(parcel, context, arrivals.words()) : "",
                shipment == null
                        ? ""
                        : Carrier.nameOf(
                                shipment.state().carrier(), arrivals.words().locale()),
                shipment == null ? TrackingNumber.of(null) : shipment.trackingNumber(),
                last == null ? null : last(last, scanWords),
                last == null ? null : last.occurredAt(),
                shipment == null ? null : unheard(shipment, arrivals),
                ParcelWay.of(parcel, context, arrivals),
                scanWords.timeline(scans),
                rating(parcel, context.ratings(), arrivals));
    }

    /** What is known, and since when nothing more is: a carrier that has stopped sending is named (TRK-5). */
    private @Nullable String unheard(ShipmentView shipment, ArrivalWords arrivals) {
        Words words = arrivals.words();
        return shipment.state().status().isFinal()
                ? null
                : tracking.silentSince(shipment.state().carrier())
                        .map(since -> words.word(
                                "portal.parcel.unheard",
                                KoreanTime.moment(since, arrivals.now(), words.locale()),
                                Carrier.nameOf(shipment.state().carrier(), words.locale())))
                        .orElse(null);
    }

    /** An arrival that turned out to be none is no step of its way (TRK-8). */
    private List<Move> moves(Parcel parcel, ShipmentView shipment) {
        boolean arrived = parcel.status() == ShipmentStatus.DELIVERED;
        return tracking.movesOf(shipment.shipmentId()).stream()
                .filter(move -> arrived || move.to() != ShipmentStatus.DELIVERED)
                .toList();
    }

    private static @Nullable RatingLine rating(Parcel parcel, List<DeliveryRating> ratings, ArrivalWords arrivals) {
        ShipmentView shipment = parcel.shipment();
        if (shipment == null || parcel.condition() != Parcel.Condition.DELIVERED) {
            return null;
        }
        return ratings.stream()
                .filter(rating -> rating.shipmentId().equals(shipment.shipmentId()))
                .findFirst()
                .map(rating -> new RatingLine(
                        rating.shipmentId(),
                        rating.stars(),
                        rating.note(),
                        KoreanTime.moment(
                                rating.at(), arrivals.now(), arrivals.words().locale())))
                .orElseGet(() -> new RatingLine(shipment.shipmentId(), 0, "", ""));
    }

    private static String last(ScanView scan, ScanWords scanWords) {
        String text = scanWords.text(scan.status(), scan.reason());
        return scan.place().isBlank() ? text : scan.place() + " · " + text;
    }

    /** When each stage was reached, as {@code 11.23}. */
    private static List<String> times(Parcel parcel, List<Move> moves) {
        Instant preparing = Stream.of(parcel.order().pickingAt(), parcel.order().packedAt())
                .filter(at -> at != null)
                .findFirst()
                .orElse(null);
        return List.of(
                date(parcel.order().confirmedAt()),
                date(preparing),
                date(first(moves, ShipmentStatus.PICKED_UP)),
                date(first(moves, ShipmentStatus.IN_TRANSIT)),
                date(first(moves, ShipmentStatus.OUT_FOR_DELIVERY)),
                date(first(moves, ShipmentStatus.DELIVERED)));
    }

    private static @Nullable Instant first(List<Move> moves, ShipmentStatus to) {
        return moves.stream()
                .filter(move -> move.to() == to)
                .map(Move::occurredAt)
                .findFirst()
                .orElse(null);
    }

    private static String date(@Nullable Instant at) {
        return at == null
                ? ""
                : Seoul.at(at).getMonthValue() + "." + Seoul.at(at).getDayOfMonth();
    }

    /** A picture of when it comes is worth something only while it comes. */
    private static boolean isComing(Parcel.Condition condition) {
        return switch (condition) {
            case CANCELLED, UNPAID, LOST, DAMAGED, RETURNING, RETURNED, DELIVERED, PICKUP -> false;
            default -> true;
        };
    }

    private @Nullable PromiseBand band(Parcel parcel, List<Move> moves, OrderContext context, ScanWords scanWords) {
        PromiseView promise = parcel.promise();
        if (promise == null || !isComing(parcel.condition())) {
            return null;
        }
        List<PromiseBand.Mark> marks = new ArrayList<>();
        for (Move move : moves) {
            boolean came = move.to() == ShipmentStatus.DELIVERED;
            String text =
                    came || move.place().isBlank() ? scanWords.words().word("portal.mark." + move.to()) : move.place();
            marks.add(mark(move.occurredAt(), came ? PromiseBand.Kind.DELIVERED : PromiseBand.Kind.SCAN, text));
        }
        context.notices()
                .forEach(notice -> marks.add(mark(
                        notice.announcedAt() == null ? notice.detectedAt() : notice.announcedAt(),
                        PromiseBand.Kind.NOTICE,
                        notice.title())));
        context.grants().stream()
                .filter(grant -> grant.promiseId().equals(promise.promiseId()))
                .forEach(grant ->
                        marks.add(mark(grant.at(), PromiseBand.Kind.GRANT, GrantWords.gift(grant, scanWords.words()))));
        context.cases()
                .forEach(one -> marks.add(mark(
                        one.openedAt(), PromiseBand.Kind.CASE, scanWords.words().word("portal.mark.case"))));
        return BandStory.of(promise, promises.ledgerOf(promise.promiseId()), marks, scanWords.words(), scanWords.now());
    }

    private static PromiseBand.Mark mark(Instant at, PromiseBand.Kind kind, String text) {
        return new PromiseBand.Mark(at, kind, text);
    }

    private static @Nullable ChangeLine change(Parcel parcel, OrderContext context, ArrivalWords arrivals) {
        Map<PromiseId, List<Granted>> grants =
                context.grants().stream().collect(Collectors.groupingBy(Granted::promiseId));
        return OrderCards.change(parcel, grants, arrivals);
    }

    /** What is in it; of a line that is not in it as a whole, how many pieces. */
    private static String items(Parcel parcel, OrderContext context, Words words) {
        return context.detail().lines().stream()
                .flatMap(line -> Portion.of(line, context.parts()).stream()
                        .filter(portion -> portion.parcel().equals(parcel))
                        .map(portion -> portion.line().quantity() == line.quantity()
                                ? line.name()
                                : line.name() + " "
                                        + words.word(
                                                "portal.order.pieces",
                                                portion.line().quantity())))
                .collect(Collectors.joining(", "));
    }
}
