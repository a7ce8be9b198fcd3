package kr.dochak.care;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.care.CustomerMessage.Writing;
import kr.dochak.care.answers.ReplyTemplates;
import kr.dochak.care.answers.SuggestedReply;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseFigures;
import kr.dochak.care.record.CaseFilter;
import kr.dochak.care.record.CaseMessage;
import kr.dochak.care.record.CaseOutcome;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.record.CaseQuery;
import kr.dochak.care.record.CaseRecord;
import kr.dochak.care.record.CaseRepository;
import kr.dochak.care.record.CaseStatus;
import kr.dochak.care.record.CaseType;
import kr.dochak.care.record.SupportCase;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cases: what is left for people to do for customers; the one bean of this module that others call. What is written and
 * done on a case is recorded unaltered (CAR-10) for three years after it was solved (EC-REC).
 */
@Component
public class Cases {

    private final CaseIntake intake;
    private final CaseDesk desk;
    private final CaseRepository cases;
    private final CaseQuery query;
    private final CaseRecord record;
    private final ReplyTemplates templates;
    private final InstantSource clock;

    Cases(
            CaseIntake intake,
            CaseDesk desk,
            CaseRepository cases,
            CaseQuery query,
            CaseRecord record,
            ReplyTemplates templates,
            InstantSource clock) {
        this.intake = intake;
        this.desk = desk;
        this.cases = cases;
        this.query = query;
        this.record = record;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Adds what a customer writes to the open case about the same order, or opens or reopens one (CAR-1, CAR-3); the
     * same key again changes nothing. The caller has asked {@link CustomerMessage#unfit} before.
     */
    public Writing write(CustomerMessage message) {
        return intake.write(message);
    }

    /**
     * Answers the customer; a case without an owner gets one by it, and another's case is answered only by a lead
     * (CAR-5). The same key of the same member of staff is the same answer.
     */
    public CaseOutcome answer(CaseId caseId, StaffMember staff, String text, String key) {
        return desk.answer(caseId, staff, text, key);
    }

    /** Makes this member of staff the owner, unless somebody was quicker. */
    public CaseOutcome take(CaseId caseId, StaffMember staff) {
        return desk.take(caseId, staff);
    }

    /**
     * Hands the case to somebody.
     *
     * @param seenOwnerId whom {@code by} saw as owner when deciding; when it is another by now, nothing happens
     */
    public CaseOutcome assign(CaseId caseId, StaffMember by, CaseOwner to, @Nullable Long seenOwnerId) {
        return desk.assign(caseId, by, to, seenOwnerId);
    }

    /** Closes the case; {@code how} is for the record and not shown to the customer. */
    public CaseOutcome solve(CaseId caseId, StaffMember staff, String how) {
        return desk.solve(caseId, staff, how);
    }

    /** A lead has an escalated case in view; nothing else changes. */
    public CaseOutcome leadSees(CaseId caseId, StaffMember lead) {
        return desk.leadSees(caseId, lead);
    }

    /** Opens a solved case again; the clocks to solve and to escalate start anew. */
    public CaseOutcome reopen(CaseId caseId, StaffMember staff, String why) {
        return desk.reopen(caseId, staff, why);
    }

    /** Corrects what triage guessed; clocks start where they did and get the new targets (CAR-4). */
    public CaseOutcome reclassify(CaseId caseId, StaffMember staff, CaseType type, Urgency urgency) {
        return desk.reclassify(caseId, staff, type, urgency);
    }

    /** The queue, the most pressing first; solved ones, when asked for, the latest first. */
    public Keyset<SupportCase> queue(CaseFilter filter, @Nullable String cursor, int limit) {
        return filter.status() == CaseStatus.SOLVED
                ? query.solved(filter, cursor, limit)
                : query.unsolved(filter, clock.instant(), cursor, limit);
    }

    public Optional<SupportCase> find(CaseId caseId) {
        return cases.find(caseId);
    }

    /** A mall's case by the number people say, solved or not. */
    public Optional<SupportCase> byNumber(MallId tenantId, String caseNo) {
        return query.byNumber(tenantId, caseNo);
    }

    /**
     * A page of the conversation, oldest first; fit for the customer's eyes. The first page is the last of what was said, and
     * its cursor leads to what was said before.
     */
    public Keyset<CaseMessage> conversation(CaseId caseId, @Nullable String before, int limit) {
        return record.conversation(caseId, before, limit);
    }

    /**
     * Messages as they were typed, by id: for the customer whose they are, and for staff once their look is allowed and logged.
     * Those that hide nothing are missing, and those of erased people.
     */
    public Map<Long, String> asTyped(List<CaseMessage> messages) {
        return record.asTyped(messages);
    }

    /** What was done, oldest first; for staff. */
    public List<CaseEvent> history(CaseId caseId) {
        return record.history(caseId);
    }

    /** The cases about an order, newest first. */
    public List<SupportCase> ofOrder(OrderId orderId) {
        return query.ofOrder(orderId);
    }

    /** A customer's cases, newest first. */
    public Keyset<SupportCase> ofPerson(PersonId personId, @Nullable String cursor, int limit) {
        return query.ofPeople(List.of(personId), cursor, limit);
    }

    /** The cases of one customer whom the mall knows as several people, newest first. */
    public Keyset<SupportCase> ofPeople(Collection<PersonId> personIds, @Nullable String cursor, int limit) {
        return query.ofPeople(personIds, cursor, limit);
    }

    /** How many open cases each of these members of staff owns; whoever has none is missing. */
    public Map<Long, Integer> load(Collection<Long> staffIds) {
        return query.load(staffIds);
    }

    /** How many cases of a mall wait, and how pressing they are. */
    public CaseFigures figures(MallId tenantId) {
        return figures(List.of(tenantId));
    }

    /** As of one mall, of these together. */
    public CaseFigures figures(Collection<MallId> malls) {
        return query.figures(malls, clock.instant());
    }

    /** The approved answers for this case, filled with what is known of it and its order. */
    public List<SuggestedReply> suggestedReplies(CaseId caseId) {
        return cases.find(caseId).map(templates::filledFor).orElse(List.of());
    }
}
