package kr.dochak.console.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.dochak.care.Cases;
import kr.dochak.care.record.SupportCase;
import kr.dochak.compensation.Compensations;
import kr.dochak.console.Bands;
import kr.dochak.console.LastScan;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.vault.People;
import kr.dochak.messaging.Messages;
import kr.dochak.orders.OrderDetail;
import kr.dochak.orders.Orders;
import kr.dochak.promise.Promises;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers a {@link CaseView}. */
@Component
class CaseViews {

    private final Cases cases;
    private final Orders orders;
    private final Promises promises;
    private final Tracking tracking;
    private final Compensations compensations;
    private final Messages messages;
    private final People people;
    private final Staff staff;
    private final InstantSource clock;

    CaseViews(
            Cases cases,
            Orders orders,
            Promises promises,
            Tracking tracking,
            Compensations compensations,
            Messages messages,
            People people,
            Staff staff,
            InstantSource clock) {
        this.cases = cases;
        this.orders = orders;
        this.promises = promises;
        this.tracking = tracking;
        this.compensations = compensations;
        this.messages = messages;
        this.people = people;
        this.staff = staff;
        this.clock = clock;
    }

    /** A case of this member's mall; throws {@link Problem} 404 otherwise. */
    SupportCase find(CaseId caseId, StaffMember reader) {
        return cases.find(caseId)
                .filter(one -> one.tenantId().equals(reader.tenantId()))
                .orElseThrow(() -> Problem.notFound("shared.problem.no-case"));
    }

    CaseView of(CaseId caseId, StaffMember reader, Words words) {
        SupportCase one = find(caseId, reader);
        OrderId orderId = one.orderId();
        Optional<OrderDetail> order = orderId == null ? Optional.empty() : orders.detail(orderId);
        return new CaseView(
                one,
                people.maskedNames(List.of(one.personId())).getOrDefault(one.personId(), "–"),
                cases.conversation(caseId),
                cases.history(caseId),
                cases.suggestedReplies(caseId),
                staff.all(reader.tenantId()),
                order.orElse(null),
                orderId == null ? List.of() : parts(orderId),
                orderId == null ? List.of() : compensations.ofOrder(orderId),
                orderId == null ? List.of() : messages.ofOrder(orderId, words.lang()),
                cases.ofPerson(one.personId(), null, 5).items().stream()
                        .filter(other -> !other.caseId().equals(caseId))
                        .toList(),
                UUID.randomUUID().toString(),
                isOwner(one, reader),
                reader.may(StaffMember.Role.LEAD));
    }

    private List<CaseView.Part> parts(OrderId orderId) {
        Instant now = clock.instant();
        List<ShipmentView> shipments = tracking.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of());
        return promises.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of()).stream()
                .map(view -> new CaseView.Part(view, Bands.small(view, now), LastScan.of(view, shipments)))
                .toList();
    }

    private static boolean isOwner(SupportCase one, @Nullable StaffMember reader) {
        return reader != null && one.owner() != null && one.owner().staffId() == reader.id();
    }
}
