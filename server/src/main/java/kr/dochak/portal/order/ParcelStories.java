package kr.dochak.portal.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.care.ratings.DeliveryRating;
import kr.dochak.care.record.CaseType;
import kr.dochak.care.record.SupportCase;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.orders.OrderLine;
import kr.dochak.pages.PromiseBand;
import kr.dochak.pages.Steps;
import kr.dochak.portal.ArrivalWords;
import kr.dochak.portal.ChangeLine;
import kr.dochak.portal.GrantWords;
import kr.dochak.portal.OrderCards;
import kr.dochak.portal.Parcel;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.ScanView;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
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

    ParcelStory of(Parcel parcel, boolean part, OrderContext context, ArrivalWords say) {
        ShipmentView shipment = parcel.shipment();
        List<ScanView> scans = shipment == null ? List.of() : tracking.scansOf(shipment.shipmentId());
        List<Move> moves = shipment == null ? List.of() : tracking.movesOf(shipment.shipmentId());
        ScanWords said = new ScanWords(say.words(), say.now());
        ScanView last = scans.isEmpty() ? null : scans.getFirst();
        return new ParcelStory(
                say.of(parcel),
                new Steps(parcel.reached(), times(parcel, moves)),
                band(parcel, moves, context, said),
                change(parcel, context, say),
                part ? items(parcel, context.elsewhere(), context.detail().lines()) : "",
                shipment == null ? "" : carrier(shipment.state().carrier(), say.words()),
                shipment == null ? "" : shipment.trackingNumber(),
                last == null ? null : last(last, said),
                last == null ? null : last.occurredAt(),
                way(parcel, context.cases(), say),
                said.timeline(scans),
                rating(parcel, context.ratings(), say));
    }

    private static @Nullable RatingLine rating(Parcel parcel, List<DeliveryRating> ratings, ArrivalWords say) {
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
                        KoreanTime.moment(rating.at(), say.now(), say.words().locale())))
                .orElseGet(() -> new RatingLine(shipment.shipmentId(), 0, "", ""));
    }

    private static String last(ScanView scan, ScanWords said) {
        String text = said.text(scan.status(), scan.reason());
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
            case CANCELLED, LOST, DAMAGED, RETURNING, DELIVERED, PICKUP -> false;
            default -> true;
        };
    }

    private @Nullable PromiseBand band(Parcel parcel, List<Move> moves, OrderContext context, ScanWords said) {
        PromiseView promise = parcel.promise();
        if (promise == null || !isComing(parcel.condition())) {
            return null;
        }
        List<PromiseBand.Mark> marks = new ArrayList<>();
        for (Move move : moves) {
            boolean came = move.to() == ShipmentStatus.DELIVERED;
            String text = came || move.place().isBlank() ? said.words().word("portal.mark." + move.to()) : move.place();
            marks.add(mark(move.occurredAt(), came ? PromiseBand.Kind.DELIVERED : PromiseBand.Kind.SCAN, text));
        }
        context.notices()
                .forEach(told -> marks.add(mark(
                        told.toldAt() == null ? told.detectedAt() : told.toldAt(),
                        PromiseBand.Kind.NOTICE,
                        told.title())));
        context.grants().stream()
                .filter(grant -> grant.promiseId().equals(promise.promiseId()))
                .forEach(grant ->
                        marks.add(mark(grant.at(), PromiseBand.Kind.GRANT, GrantWords.gift(grant, said.words()))));
        context.cases()
                .forEach(one -> marks.add(
                        mark(one.openedAt(), PromiseBand.Kind.CASE, said.words().word("portal.mark.case"))));
        return BandStory.of(promise, promises.ledgerOf(promise.promiseId()), marks, said.words(), said.now());
    }

    private static PromiseBand.Mark mark(Instant at, PromiseBand.Kind kind, String text) {
        return new PromiseBand.Mark(at, kind, text);
    }

    private static @Nullable ChangeLine change(Parcel parcel, OrderContext context, ArrivalWords say) {
        Map<PromiseId, List<Granted>> grants =
                context.grants().stream().collect(Collectors.groupingBy(Granted::promiseId));
        return OrderCards.change(parcel, grants, say);
    }

    /** What is in it: the lines it carries, or, where it names none, those that no other parcel carries. */
    private static String items(Parcel parcel, Set<Integer> elsewhere, List<OrderLine> lines) {
        return lines.stream()
                .filter(line -> parcel.lines().isEmpty()
                        ? !elsewhere.contains(line.line())
                        : parcel.lines().contains(line.line()))
                .map(OrderLine::name)
                .collect(Collectors.joining(", "));
    }

    /** The carrier's name; one that has no word yet is shown by its id. */
    public static String carrier(String carrier, Words words) {
        return switch (carrier) {
            case "kr.cjlogistics", "kr.hanjin", "kr.lotte", "kr.epost", "kr.logen" ->
                words.word("portal.carrier." + carrier.substring(3));
            default -> carrier;
        };
    }

    /** The concrete next step for a parcel that does not simply come: who does what until when. */
    private static @Nullable String way(Parcel parcel, List<SupportCase> asked, ArrivalWords say) {
        Words words = say.words();
        return switch (parcel.condition()) {
            case LOST, DAMAGED -> loss(asked, say);
            case SILENT -> words.word("portal.way.silent");
            case ATTEMPTED -> words.word("portal.way.attempted");
            case PICKUP -> words.word("portal.way.pickup");
            case RETURNING -> words.word("portal.way.returning");
            default -> null;
        };
    }

    private static String loss(List<SupportCase> asked, ArrivalWords say) {
        return asked.stream()
                .filter(one -> one.type() == CaseType.LOST || one.type() == CaseType.DAMAGED)
                .findFirst()
                .map(one -> called(one, say))
                .orElseGet(() -> say.words().word("portal.way.lost.soon"));
    }

    /** Until when a manager calls; a time that has passed is not promised again. */
    private static String called(SupportCase one, ArrivalWords say) {
        Words words = say.words();
        if (one.firstRepliedAt() != null) {
            return words.word("portal.way.lost.talking", one.caseNo());
        }
        return one.firstReplyDueAt().isBefore(say.now())
                ? words.word("portal.way.lost.overdue", one.caseNo())
                : words.word(
                        "portal.way.lost",
                        KoreanTime.moment(one.firstReplyDueAt(), say.now(), words.locale()),
                        one.caseNo());
    }
}
