package kr.dochak.console.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.dochak.care.Cases;
import kr.dochak.care.record.SupportCase;
import kr.dochak.compensation.Compensations;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.vault.People;
import kr.dochak.messaging.Messages;
import kr.dochak.orders.OrderDetail;
import kr.dochak.orders.Orders;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers a {@link CaseView}. */
@Component
class CaseViews {

    private final Cases cases;
    private final Orders orders;
    private final CaseParts parts;
    private final Compensations compensations;
    private final Messages messages;
    private final People people;
    private final Staff staff;

    CaseViews(
            Cases cases,
            Orders orders,
            CaseParts parts,
            Compensations compensations,
            Messages messages,
            People people,
            Staff staff) {
        this.cases = cases;
        this.orders = orders;
        this.parts = parts;
        this.compensations = compensations;
        this.messages = messages;
        this.people = people;
        this.staff = staff;
    }

    /** A case of this member's mall; throws {@link Problem} 404 otherwise. */
    SupportCase find(CaseId caseId, StaffMember reader) {
        return cases.find(caseId)
                .filter(one -> one.tenantId().equals(reader.tenantId()))
                .orElseThrow(() -> Problem.notFound("shared.problem.no-case"));
    }

    CaseView of(CaseId caseId, StaffMember reader, Words words, Instant now) {
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
                orderId == null ? List.of() : parts.of(orderId, now),
                orderId == null ? List.of() : compensations.ofOrder(orderId),
                orderId == null ? List.of() : messages.ofOrder(orderId, words.lang()),
                cases.ofPerson(one.personId(), null, 5).items().stream()
                        .filter(other -> !other.caseId().equals(caseId))
                        .toList(),
                UUID.randomUUID().toString(),
                isOwner(one, reader),
                reader.may(StaffMember.Role.LEAD));
    }

    private static boolean isOwner(SupportCase one, @Nullable StaffMember reader) {
        return reader != null && one.owner() != null && one.owner().staffId() == reader.id();
    }
}
