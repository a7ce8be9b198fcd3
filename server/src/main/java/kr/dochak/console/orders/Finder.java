package kr.dochak.console.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.care.Cases;
import kr.dochak.care.record.SupportCase;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.vault.People;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Typed;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import org.springframework.stereotype.Component;

/** Finds anything of the malls in sight by what people have at hand: a number, a name, an e-mail, four digits of a phone. */
@Component
class Finder {

    private static final int ORDERS_OF_PERSON = 3;
    private static final int MOST_PEOPLE = 12;

    private final Orders orders;
    private final Tracking tracking;
    private final Cases cases;
    private final People people;

    Finder(Orders orders, Tracking tracking, Cases cases, People people) {
        this.orders = orders;
        this.tracking = tracking;
        this.cases = cases;
        this.people = people;
    }

    Found find(StaffMember staff, String query, Frame frame) {
        String text = Typed.search(query);
        if (text.isEmpty()) {
            return new Found("", List.of(), List.of(), List.of());
        }
        Map<OrderId, OrderSummary> byNumber = new LinkedHashMap<>();
        List<Found.Hit> caseHits = new ArrayList<>();
        for (MallId mall : staff.sight()) {
            orders.byNumber(mall, text).ifPresent(order -> byNumber.put(order.orderId(), order));
            byTracking(mall, text).forEach(order -> byNumber.put(order.orderId(), order));
            if (staff.may(Right.CASES_SEE)) {
                cases.byNumber(mall, text).map(one -> hit(one, frame)).ifPresent(caseHits::add);
            }
        }
        return new Found(
                text,
                byNumber.values().stream().map(order -> hit(order, frame)).toList(),
                caseHits,
                byNumber.isEmpty() && caseHits.isEmpty() ? ofPeople(staff, text, frame) : List.of());
    }

    private List<OrderSummary> byTracking(MallId tenantId, String text) {
        List<OrderId> ids = tracking.byNumber(tenantId, TrackingNumber.of(text)).stream()
                .flatMap(shipment -> shipment.orders().stream())
                .map(CarriedOrder::orderId)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? List.of()
                : orders.summaries(ids).values().stream()
                        .filter(order -> order.tenantId().equals(tenantId))
                        .toList();
    }

    private List<Found.Hit> ofPeople(StaffMember staff, String text, Frame frame) {
        List<PersonId> ids = staff.sight().stream()
                .flatMap(mall -> people.search(staff.reading(mall), text).stream())
                .limit(MOST_PEOPLE)
                .toList();
        Map<PersonId, String> names = people.maskedNames(ids);
        List<Found.Hit> hits = new ArrayList<>();
        for (PersonId id : ids) {
            for (OrderSummary order :
                    orders.ofPerson(id, null, ORDERS_OF_PERSON).items()) {
                Found.Hit hit = hit(order, frame);
                hits.add(new Found.Hit(
                        names.getOrDefault(id, "") + " · " + hit.title(), hit.detail(), hit.href(), hit.mall()));
            }
        }
        return hits;
    }

    private static Found.Hit hit(OrderSummary order, Frame frame) {
        String when =
                KoreanTime.moment(order.orderedAt(), frame.now(), frame.words().locale());
        return new Found.Hit(
                order.orderNo(),
                order.title() + " · " + when,
                "/console/orders/" + order.orderId(),
                frame.mallOf(order.tenantId().value()));
    }

    private static Found.Hit hit(SupportCase one, Frame frame) {
        return new Found.Hit(
                one.caseNo(),
                one.subject(),
                "/console/cases/" + one.caseId(),
                frame.mallOf(one.tenantId().value()));
    }
}
