package kr.dochak.console.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kr.dochak.care.Cases;
import kr.dochak.care.ratings.DeliveryRating;
import kr.dochak.care.ratings.DeliveryRatings;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.Compensations;
import kr.dochak.compensation.PublicRule;
import kr.dochak.console.Bands;
import kr.dochak.console.ConsoleWords;
import kr.dochak.console.LastScan;
import kr.dochak.console.TraceAxis;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.masking.FreeText;
import kr.dochak.identity.vault.People;
import kr.dochak.messaging.Messages;
import kr.dochak.orders.OrderDetail;
import kr.dochak.orders.Orders;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseView;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import kr.dochak.tracking.ShipmentView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers a {@link Trace}. */
@Component
class Traces {

    private final Orders orders;
    private final TraceDeliveries deliveries;
    private final Messages messages;
    private final Compensations compensations;
    private final Cases cases;
    private final People people;
    private final DeliveryRatings ratings;

    Traces(
            Orders orders,
            TraceDeliveries deliveries,
            Messages messages,
            Compensations compensations,
            Cases cases,
            People people,
            DeliveryRatings ratings) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.messages = messages;
        this.compensations = compensations;
        this.cases = cases;
        this.people = people;
        this.ratings = ratings;
    }

    /** The order when it is of this member's mall; throws {@link Problem} 404 otherwise. */
    OrderDetail order(OrderId orderId, StaffMember staff) {
        return orders.detail(orderId)
                .filter(order -> order.summary().tenantId().equals(staff.tenantId()))
                .orElseThrow(() -> Problem.notFound("console.order.unknown"));
    }

    Trace of(OrderId orderId, StaffMember staff, Words words, Instant now) {
        OrderDetail order = order(orderId, staff);
        PersonId personId = order.summary().personId();
        List<TraceDeliveries.Promised> promised = deliveries.promised(order.summary());
        List<Trace.Parcel> parcels = deliveries.parcels(orderId);
        Trace bare = new Trace(
                order,
                ConsoleWords.customer(people.maskedNames(List.of(personId)), personId, words),
                List.of(),
                List.of(),
                parcels,
                messages.ofOrder(orderId, words.lang()),
                given(order, promised, words),
                cases.ofOrder(orderId),
                ratings.ofOrder(orderId).stream().map(Traces::masked).toList());
        TraceAxis axis = TraceAxis.over(moments(bare, promised), now);
        return new Trace(
                order,
                bare.customer(),
                promised.stream().map(each -> part(each, parcels, axis, words)).toList(),
                TraceLanes.of(bare, axis, words),
                parcels,
                bare.notices(),
                bare.grants(),
                bare.cases(),
                bare.ratings());
    }

    /** What customers write may hold a number or the code of a door. */
    private static DeliveryRating masked(DeliveryRating rating) {
        return new DeliveryRating(
                rating.shipmentId(),
                rating.orderId(),
                rating.stars(),
                cut(FreeText.of(rating.note()).masked()),
                rating.at());
    }

    private static String cut(String note) {
        return note.length() <= DeliveryRating.LONGEST ? note : note.substring(0, DeliveryRating.LONGEST);
    }

    private static Trace.Part part(
            TraceDeliveries.Promised promised, List<Trace.Parcel> parcels, TraceAxis axis, Words words) {
        PromiseView view = promised.promise();
        List<ShipmentView> shipments =
                parcels.stream().map(Trace.Parcel::shipment).toList();
        String name = shipments.stream()
                .filter(shipment -> Objects.equals(view.shipmentId(), shipment.shipmentId()))
                .findFirst()
                .map(shipment -> ConsoleWords.carrier(view.carrier(), words) + " " + shipment.trackingNumber())
                .orElseGet(() -> words.word("console.trace.not-shipped"));
        return new Trace.Part(
                name,
                view,
                promised.departure(),
                promised.ledger(),
                Bands.full(view, promised.ledger(), List.of(), axis, words),
                LastScan.of(view, shipments));
    }

    private List<Trace.Given> given(OrderDetail order, List<TraceDeliveries.Promised> promised, Words words) {
        List<Granted> grants = compensations.ofOrder(order.summary().orderId());
        if (grants.isEmpty()) {
            return List.of();
        }
        Map<Long, PublicRule> rules = compensations.rulesOf(grants);
        return grants.stream()
                .map(grant -> given(grant, sentence(rules.get(grant.grantId()), grant, words), promised, words))
                .toList();
    }

    private static Trace.Given given(Granted grant, String rule, List<TraceDeliveries.Promised> promised, Words words) {
        DelayCause now = promised.stream()
                .map(TraceDeliveries.Promised::promise)
                .filter(promise -> promise.promiseId().equals(grant.promiseId()))
                .map(PromiseView::delay)
                .filter(Objects::nonNull)
                .map(PromiseView.DelayFound::cause)
                .findFirst()
                .orElse(null);
        DelayCause then = grant.cause();
        return new Trace.Given(
                grant,
                rule,
                then == null ? "" : ConsoleWords.cause(then, words),
                now != null && grant.isRevised(now) ? ConsoleWords.cause(now, words) : "");
    }

    private static String sentence(@Nullable PublicRule rule, Granted grant, Words words) {
        return rule == null ? grant.ruleId() : words.english() ? rule.english() : rule.korean();
    }

    private static List<Instant> moments(Trace trace, List<TraceDeliveries.Promised> promised) {
        List<Instant> all = new ArrayList<>(List.of(trace.order().summary().orderedAt()));
        promised.forEach(each -> Bands.telling(each.ledger())
                .forEach(shown -> all.addAll(List.of(
                        shown.madeAt(), shown.window().p10(), shown.window().p90()))));
        promised.forEach(each -> all.add(each.promise().promised().to()));
        trace.parcels().forEach(parcel -> parcel.scans().forEach(scan -> all.add(scan.occurredAt())));
        trace.notices().stream()
                .flatMap(notice -> Stream.of(notice.detectedAt(), notice.announcedAt()))
                .filter(Objects::nonNull)
                .forEach(all::add);
        trace.grants().forEach(given -> all.add(given.grant().at()));
        trace.cases().forEach(one -> all.add(one.openedAt()));
        return all;
    }
}
