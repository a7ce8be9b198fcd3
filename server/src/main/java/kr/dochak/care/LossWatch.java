package kr.dochak.care;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.care.answers.Loss;
import kr.dochak.care.record.CaseType;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.FeedReader;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the moves of shipments, hands every loss and damage to intake (CAR-8) and what else they mean to tasks and cases; the cursor moves in the same transaction.
 */
@Component
class LossWatch implements Ticking {

    private static final int MOST_AT_ONCE = 2_000;

    private final Tracking tracking;
    private final Orders orders;
    private final LossIntake intake;
    private final ParcelEvents parcels;
    private final FeedReader feed;

    LossWatch(
            Tracking tracking,
            Orders orders,
            LossIntake intake,
            ParcelEvents parcels,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.tracking = tracking;
        this.orders = orders;
        this.intake = intake;
        this.parcels = parcels;
        this.feed = new FeedReader(tracking, new LossMark(jdbc), MOST_AT_ONCE, transaction);
    }

    @Override
    public boolean tick(Instant now) {
        return feed.read(moves -> {
            intake.open(losses(moves.stream().filter(LossWatch::isLoss).toList()));
            parcels.moved(moves, now);
        });
    }

    private static boolean isLoss(Move move) {
        return move.to() == ShipmentStatus.EXCEPTION
                && (move.reason() == ScanReason.LOST || move.reason() == ScanReason.DAMAGED);
    }

    /** One loss for each order that a lost parcel carries; who cancelled awaits nothing, and nothing is sent again. */
    private List<Loss> losses(List<Move> moves) {
        if (moves.isEmpty()) {
            return List.of();
        }
        Map<ShipmentId, List<CarriedOrder>> carried = tracking.ordersOf(
                moves.stream().map(Move::shipmentId).distinct().toList());
        Map<OrderId, OrderSummary> known = orders.summaries(carried.values().stream()
                .flatMap(List::stream)
                .map(CarriedOrder::orderId)
                .distinct()
                .toList());
        return moves.stream()
                .flatMap(move -> carried.getOrDefault(move.shipmentId(), List.of()).stream()
                        .map(CarriedOrder::orderId)
                        .distinct()
                        .map(known::get)
                        .flatMap(order -> Optional.ofNullable(order).stream())
                        .filter(order -> order.stands() && !order.orderedAt().isAfter(move.occurredAt()))
                        .map(order -> loss(move, order)))
                .toList();
    }

    private static Loss loss(Move move, OrderSummary order) {
        return new Loss(
                order.tenantId(),
                order.personId(),
                order.orderId(),
                move.shipmentId(),
                move.reason() == ScanReason.LOST ? CaseType.LOST : CaseType.DAMAGED,
                order.orderNo(),
                order.title(),
                order.totalWon(),
                move.place(),
                move.occurredAt(),
                move.recordedAt());
    }

    private record LossMark(JdbcClient jdbc) implements FeedReader.Mark {

        @Override
        public Optional<Long> lock() {
            return jdbc.sql("select last_id from care.feed_cursor where reader = 'losses' for update skip locked")
                    .query(Long.class)
                    .optional();
        }

        @Override
        public void moveTo(long lastId) {
            jdbc.sql("update care.feed_cursor set last_id = :id where reader = 'losses'")
                    .param("id", lastId)
                    .update();
        }
    }
}
