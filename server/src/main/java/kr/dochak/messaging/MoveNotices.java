package kr.dochak.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.messaging.KnownOrders.Carried;
import kr.dochak.messaging.NoticeRepository.ParcelOf;
import kr.dochak.messaging.PolicyRepository.Policies;
import kr.dochak.tracking.Move;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells customers about a batch of moves, in one statement for each kind of effect. */
@Component
class MoveNotices {

    private final MoveRepository moves;
    private final KnownOrders orders;
    private final NoticeRepository repository;
    private final Notices notices;
    private final PolicyRepository policies;

    MoveNotices(
            MoveRepository moves,
            KnownOrders orders,
            NoticeRepository repository,
            Notices notices,
            PolicyRepository policies) {
        this.moves = moves;
        this.orders = orders;
        this.repository = repository;
        this.notices = notices;
        this.policies = policies;
    }

    /** Moves whose shipment or order this module has not heard of yet are parked, never dropped. */
    @Transactional
    void take(List<Move> batch, Instant now) {
        Collection<Move> worth = MovedParcels.worthTelling(batch);
        if (worth.isEmpty()) {
            return;
        }
        Map<Long, List<Carried>> carried =
                orders.carriedBy(worth.stream().map(Move::shipmentId).distinct().toList()).stream()
                        .collect(Collectors.groupingBy(Carried::shipmentId));
        moves.park(worth.stream()
                .filter(move -> !carried.containsKey(move.shipmentId()))
                .toList());
        Policies all = policies.all();
        List<NewNotice> news = new ArrayList<>();
        Map<NoticeKind, List<ParcelOf>> parcels = new EnumMap<>(NoticeKind.class);
        for (Move move : worth) {
            NoticeKind kind = MovedParcels.stage(move).orElseThrow();
            for (Carried order : carried.getOrDefault(move.shipmentId(), List.of())) {
                news.add(MovedParcels.notice(
                        move, kind, order, all.of(order.tenantId()).delayHold(), now));
                parcels.computeIfAbsent(kind, unused -> new ArrayList<>())
                        .add(new ParcelOf(order.orderId(), move.shipmentId()));
            }
        }
        parcels.forEach((kind, these) -> repository.withdraw(MovedParcels.supersededBy(kind), these));
        notices.tell(news);
    }
}
