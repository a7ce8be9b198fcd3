package kr.dochak.messaging.moves;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.messaging.KnownOrders.KnownOrder;
import kr.dochak.messaging.NewNotice;
import kr.dochak.messaging.NoticeFacts;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.TimeWindow;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;

/** Which notices a parcel's moves lead to. Pure. */
public final class MovedParcels {

    /** What only a parcel under way has notices of. */
    static final List<NoticeKind> OF_A_PARCEL_UNDER_WAY = List.of(
            NoticeKind.SHIPPED,
            NoticeKind.OUT_FOR_DELIVERY,
            NoticeKind.WINDOW_CHANGED,
            NoticeKind.DELAYED,
            NoticeKind.ATTEMPT_FAILED,
            NoticeKind.READY_FOR_PICKUP);

    private MovedParcels() {}

    /** Of the moves that came together only the last step of each parcel leads to a notice (MSG-5); losses and corrections always do. */
    public static Collection<Move> worthTelling(List<Move> moves) {
        Map<Object, Move> last = new LinkedHashMap<>();
        for (Move move : moves) {
            stage(move).ifPresent(kind -> {
                Object key = switch (kind) {
                    case LOST_OR_DAMAGED -> "lost:" + move.shipmentId();
                    case DELIVERY_CORRECTED -> "corrected:" + move.shipmentId();
                    default -> move.shipmentId();
                };
                last.put(key, move);
            });
        }
        return List.copyOf(last.values());
    }

    /** Which notice a move calls for, if any. */
    public static Optional<NoticeKind> stage(Move move) {
        if (isCorrection(move)) {
            return Optional.of(NoticeKind.DELIVERY_CORRECTED);
        }
        return switch (move.to()) {
            case PICKED_UP, IN_TRANSIT ->
                move.from().rank() < ShipmentStatus.PICKED_UP.rank()
                        ? Optional.of(NoticeKind.SHIPPED)
                        : Optional.empty();
            case OUT_FOR_DELIVERY -> Optional.of(NoticeKind.OUT_FOR_DELIVERY);
            case DELIVERED -> Optional.of(NoticeKind.DELIVERED);
            case ATTEMPT_FAIL -> Optional.of(NoticeKind.ATTEMPT_FAILED);
            case AVAILABLE_FOR_PICKUP -> Optional.of(NoticeKind.READY_FOR_PICKUP);
            case RETURNING -> Optional.of(NoticeKind.RETURNING);
            case EXCEPTION ->
                move.reason() == ScanReason.LOST || move.reason() == ScanReason.DAMAGED
                        ? Optional.of(NoticeKind.LOST_OR_DAMAGED)
                        : Optional.empty();
            case RETURNED -> Optional.of(NoticeKind.RETURNED);
            case PENDING, INFO_RECEIVED, HELD, CANCELLED -> Optional.empty();
        };
    }

    /** No scan undoes a delivery but a return: only staff say that it was none (TRK-8). */
    private static boolean isCorrection(Move move) {
        return move.from() == ShipmentStatus.DELIVERED
                && switch (move.to()) {
                    case DELIVERED, RETURNING, RETURNED -> false;
                    default -> true;
                };
    }

    /** @param carrier who carries it; null where that does not matter */
    static NewNotice notice(
            Move move, NoticeKind kind, KnownOrder order, @Nullable CarrierId carrier, Duration lostHold, Instant now) {
        boolean lost = kind == NoticeKind.LOST_OR_DAMAGED;
        return new NewNotice(
                kind,
                subject(move, kind, order),
                order.tenantId(),
                order.personId(),
                order.orderId(),
                null,
                move.shipmentId(),
                facts(move, kind, order.window()).travelling(new NoticeFacts.Way(carrier, null, null, null)),
                move.recordedAt(),
                lost ? now.plus(lostHold) : null,
                false);
    }

    /** A visit may happen on several days; everything else once for each parcel and order. */
    private static String subject(Move move, NoticeKind kind, KnownOrder order) {
        String parcel = move.shipmentId() + ":" + order.orderId();
        return switch (kind) {
            case LOST_OR_DAMAGED -> "order:" + order.orderId();
            case OUT_FOR_DELIVERY, ATTEMPT_FAILED -> parcel + ":" + Seoul.dateOf(move.occurredAt());
            case DELIVERY_CORRECTED -> parcel + ":" + move.id();
            default -> parcel;
        };
    }

    private static NoticeFacts facts(Move move, NoticeKind kind, @Nullable TimeWindow announced) {
        TimeWindow window = switch (kind) {
            case SHIPPED -> announced == null ? day(move.occurredAt().plus(Duration.ofDays(1))) : announced;
            case OUT_FOR_DELIVERY -> onTheDay(move, announced);
            default -> null;
        };
        return NoticeFacts.move(window, cause(move), move.place(), move.occurredAt());
    }

    /** The part of the announced window that is still to come on the day of the visit, else the rest of that day. */
    private static TimeWindow onTheDay(Move move, @Nullable TimeWindow announced) {
        Instant end = Seoul.endOf(Seoul.dateOf(move.occurredAt()));
        boolean today = announced != null
                && announced.to().isAfter(move.occurredAt())
                && !announced.from().isAfter(end)
                && !announced.to().isAfter(end);
        return today && announced != null ? announced : day(move.occurredAt());
    }

    private static TimeWindow day(Instant at) {
        return new TimeWindow(Seoul.dateOf(at).atStartOfDay(Seoul.ZONE).toInstant(), Seoul.endOf(Seoul.dateOf(at)));
    }

    private static @Nullable DelayCause cause(Move move) {
        if (move.reason() == null) {
            return null;
        }
        return switch (move.reason()) {
            case LOST -> DelayCause.LOST;
            case DAMAGED -> DelayCause.DAMAGED;
            case ADDRESS_WRONG -> DelayCause.ADDRESS;
            case RECIPIENT_ABSENT -> DelayCause.ABSENCE;
            case REFUSED -> DelayCause.REFUSED;
            case WEATHER -> DelayCause.WEATHER;
            default -> null;
        };
    }

    /** What is no longer true of a parcel after this notice: nobody is notified that it left when it has arrived. */
    static List<NoticeKind> supersededBy(NoticeKind kind) {
        List<NoticeKind> before = new ArrayList<>();
        switch (kind) {
            case SHIPPED -> before.add(NoticeKind.PREPARING);
            case OUT_FOR_DELIVERY -> before.addAll(List.of(NoticeKind.PREPARING, NoticeKind.SHIPPED));
            case DELIVERED -> {
                before.addAll(List.of(NoticeKind.SHIPPED, NoticeKind.OUT_FOR_DELIVERY, NoticeKind.WINDOW_CHANGED));
                before.addAll(List.of(NoticeKind.DELAYED, NoticeKind.ATTEMPT_FAILED, NoticeKind.READY_FOR_PICKUP));
                before.addAll(List.of(NoticeKind.PREPARING, NoticeKind.LOST_OR_DAMAGED));
            }
            case RETURNED ->
                before.addAll(List.of(
                        NoticeKind.SHIPPED,
                        NoticeKind.OUT_FOR_DELIVERY,
                        NoticeKind.WINDOW_CHANGED,
                        NoticeKind.DELAYED,
                        NoticeKind.ATTEMPT_FAILED,
                        NoticeKind.READY_FOR_PICKUP,
                        NoticeKind.RETURNING));
            case LOST_OR_DAMAGED, RETURNING ->
                before.addAll(List.of(
                        NoticeKind.SHIPPED,
                        NoticeKind.OUT_FOR_DELIVERY,
                        NoticeKind.WINDOW_CHANGED,
                        NoticeKind.DELAYED));
            default -> {}
        }
        return before;
    }
}
