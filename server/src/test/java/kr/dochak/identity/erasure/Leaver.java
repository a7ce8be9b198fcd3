package kr.dochak.identity.erasure;

import java.util.Set;
import java.util.UUID;
import kr.dochak.care.Cases;
import kr.dochak.care.CustomerMessage;
import kr.dochak.care.ratings.DeliveryRating;
import kr.dochak.care.ratings.DeliveryRatings;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.identity.StaffMember;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.WorldClock;

/** Somebody who bought, wrote, rated and complained in words that nobody else uses, and whose order is over. */
final class Leaver {

    static final MallId RAINBOW = new MallId(1);
    static final StaffMember ONE = new StaffMember(91, RAINBOW, "김하나", Set.of(StaffMember.Role.LEAD));
    static final StaffMember OTHER = new StaffMember(92, RAINBOW, "이두리", Set.of(StaffMember.Role.LEAD));

    final String mark = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    final String phone =
            "010-%04d-%04d".formatted(Math.abs(mark.hashCode() % 10_000), Math.abs(mark.hashCode() / 7 % 10_000));
    final String orderNo = "L-" + mark;
    final OrderSummary order;
    final CaseId caseId;

    Leaver(Trade trade, Orders orders, Cases cases, DeliveryRatings ratings, WorldClock clock) {
        OrderId id = trade.order(orderNo, buyer(), "감귤");
        trade.settle();
        orders.changeRequest(
                id, new DeliveryRequest(DeliveryRequest.Place.DOOR, "door" + mark + " 1234#", null), "customer");
        order = orders.find(id).orElseThrow();
        ratings.rate(
                order,
                new DeliveryRating(new ShipmentId(id.value() + 50_000_000), id, 2, "rate" + mark, clock.instant()));
        caseId = ((kr.dochak.care.CustomerMessage.Writing.Taken) cases.write(new CustomerMessage(
                        RAINBOW, order.personId(), id, CaseChannel.PORTAL, "say" + mark + " 언제 와요", "k" + mark)))
                .receipt()
                .caseId();
        trade.settle();
    }

    Trade.Buyer buyer() {
        return new Trade.Buyer("ext" + mark, "남궁" + mark, phone);
    }

    PersonId person() {
        return order.personId();
    }

    /** Its parcel and its case come to their end. */
    void settleEverything(Trade trade, Cases cases) {
        trade.cancel(orderNo, "그만둘래요");
        trade.settle();
        cases.solve(caseId, ONE, "취소로 끝났어요");
        trade.settle();
    }
}
