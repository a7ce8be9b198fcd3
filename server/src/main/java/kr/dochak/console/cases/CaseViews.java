package kr.dochak.console.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.dochak.care.Cases;
import kr.dochak.care.Tasks;
import kr.dochak.care.record.CaseFilter;
import kr.dochak.care.record.SupportCase;
import kr.dochak.care.tasks.Task;
import kr.dochak.compensation.Compensations;
import kr.dochak.console.ConsoleWords;
import kr.dochak.identity.Right;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.access.Reveal;
import kr.dochak.identity.access.RevealReason;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.messaging.Messages;
import kr.dochak.orders.OrderDetail;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers a {@link CaseView}. */
@Component
class CaseViews {

    private static final int MESSAGES = 30;

    private final Cases cases;
    private final CaseParts parts;
    private final Tasks tasks;
    private final Compensations compensations;
    private final Messages messages;
    private final People people;
    private final Staff staff;

    CaseViews(
            Cases cases,
            CaseParts parts,
            Tasks tasks,
            Compensations compensations,
            Messages messages,
            People people,
            Staff staff) {
        this.cases = cases;
        this.parts = parts;
        this.tasks = tasks;
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

    /** @param before the cursor of a conversation's earlier page; null for the last of what was said */
    CaseView of(CaseId caseId, StaffMember reader, @Nullable String before, Words words, Instant now) {
        SupportCase one = find(caseId, reader);
        OrderId orderId = one.orderId();
        Optional<OrderDetail> order = orderId == null ? Optional.empty() : parts.order(orderId);
        return new CaseView(
                one,
                ConsoleWords.customer(people.maskedNames(List.of(one.personId())), one.personId(), words),
                cases.conversation(caseId, before, MESSAGES),
                cases.history(caseId),
                cases.suggestedReplies(caseId),
                staff.all(reader.tenantId()),
                order.orElse(null),
                orderId == null ? List.of() : parts.of(orderId, now),
                orderId == null ? List.of() : compensations.ofOrder(orderId),
                orderId == null ? List.of() : parts.goodwills(orderId),
                orderId == null ? List.of() : messages.ofOrder(orderId, words.lang()),
                cases.ofPerson(one.personId(), null, 5).items().stream()
                        .filter(other -> !other.caseId().equals(caseId))
                        .toList(),
                tasks.ofCase(caseId).stream().filter(Task::isOpen).toList(),
                UUID.randomUUID().toString(),
                isOwner(one, reader),
                reader.may(Right.CASES_LEAD),
                reader.may(Right.CASES_WORK),
                reader.may(Right.CASES_WORK) && reader.may(Right.PERSONS_REVEAL));
    }

    /** What this page of the conversation hides, for staff who say why; the case is a part of the reason, and it is logged. */
    Reveal<Map<Long, String>> asTyped(
            CaseId caseId, StaffMember reader, @Nullable String before, String kind, String words) {
        SupportCase one = find(caseId, reader);
        return people.revealWords(
                one.personId(),
                reader,
                "문의 원문 보기",
                RevealReason.forCase(kind, words, one.caseNo()),
                () -> cases.asTyped(cases.conversation(caseId, before, MESSAGES).items()));
    }

    /** The queue narrowed by what people have at hand: a number, or a name, a phone, a mail address of a customer. */
    CaseFilter found(CaseFilter filter, StaffMember reader, String text) {
        List<PersonId> found = reader.sight().stream()
                .flatMap(mall -> people.search(reader.reading(mall), text).stream())
                .toList();
        return found.isEmpty() ? filter.numbered(text) : filter.found(text, found);
    }

    /** The customer's phone for staff who say why; the case is a part of the reason, and the look is logged. */
    Reveal<String> phone(CaseId caseId, StaffMember reader, String kind, String words) {
        SupportCase one = find(caseId, reader);
        return switch (people.reveal(one.personId(), reader, RevealReason.forCase(kind, words, one.caseNo()))) {
            case Reveal.Revealed<PersonalData> shown ->
                new Reveal.Revealed<>(Objects.requireNonNullElse(shown.value().phone(), ""));
            case Reveal.NoReason<PersonalData> silent -> new Reveal.NoReason<>();
            case Reveal.TooMany<PersonalData> full -> new Reveal.TooMany<>(full.again());
            case Reveal.NotAllowed<PersonalData> none -> new Reveal.NotAllowed<>();
            case Reveal.Unknown<PersonalData> none -> new Reveal.Revealed<>("");
        };
    }

    /** Of these cases those whose parcels have all come. */
    Set<CaseId> came(List<SupportCase> queue) {
        return parts.came(queue);
    }

    private static boolean isOwner(SupportCase one, @Nullable StaffMember reader) {
        return reader != null && one.owner() != null && one.owner().staffId() == reader.id();
    }
}
