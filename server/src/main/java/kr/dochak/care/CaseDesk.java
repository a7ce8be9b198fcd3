package kr.dochak.care;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseOutcome;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.record.CaseRecord;
import kr.dochak.care.record.CaseRepository;
import kr.dochak.care.record.CaseStatus;
import kr.dochak.care.record.CaseType;
import kr.dochak.care.record.SupportCase;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.TaskRepository;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with a case: one owner at a time, and whoever comes second learns who came first (CAR-5). */
@Component
class CaseDesk {

    private static final int LONGEST_ANSWER = 4_000;
    private static final int LONGEST_NOTE = 1_000;

    private final CaseRepository cases;
    private final CaseMoves moves;
    private final CaseRecord record;
    private final CaseClocks clocks;
    private final TaskRepository tasks;
    private final CaseAnnouncements announcements;
    private final InstantSource clock;

    CaseDesk(
            CaseRepository cases,
            CaseMoves moves,
            CaseRecord record,
            CaseClocks clocks,
            TaskRepository tasks,
            CaseAnnouncements announcements,
            InstantSource clock) {
        this.cases = cases;
        this.moves = moves;
        this.record = record;
        this.clocks = clocks;
        this.tasks = tasks;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional
    CaseOutcome answer(CaseId caseId, StaffMember staff, String text, String key) {
        if (text.isBlank() || text.strip().length() > LONGEST_ANSWER) {
            return new CaseOutcome.BadLength(LONGEST_ANSWER);
        }
        CaseRecord.Speaker agent = CaseRecord.Speaker.agent(owner(staff));
        return locked(
                caseId,
                staff,
                before -> record.known(agent, key).isPresent()
                        ? new CaseOutcome.Done(before)
                        : answer(before, staff, agent, text.strip(), key));
    }

    private CaseOutcome answer(
            SupportCase before, StaffMember staff, CaseRecord.Speaker agent, String text, String key) {
        return ifMine(before, staff, open -> {
            Instant now = clock.instant();
            long answerId = record.add(open.caseId(), agent, text, key, now);
            SupportCase answered = moves.answered(open, owner(staff), now);
            announcements.answered(answered, answerId, now);
            return noted(answered, CaseEvent.Kind.ANSWERED, staff, "", now);
        });
    }

    @Transactional
    CaseOutcome take(CaseId caseId, StaffMember staff) {
        return locked(caseId, staff, before -> take(before, staff));
    }

    private CaseOutcome take(SupportCase before, StaffMember staff) {
        Optional<CaseOutcome> refused = refused(before, before.isOwnedByOther(staff.id()));
        if (refused.isPresent() || before.owner() != null) {
            return refused.orElseGet(() -> new CaseOutcome.Done(before));
        }
        SupportCase taken = moves.owned(before, owner(staff));
        return noted(taken, CaseEvent.Kind.TAKEN, staff, staff.name(), clock.instant());
    }

    @Transactional
    CaseOutcome assign(CaseId caseId, StaffMember by, CaseOwner to, @Nullable Long seenOwnerId) {
        return locked(caseId, by, before -> assign(before, by, to, seenOwnerId));
    }

    private CaseOutcome assign(SupportCase before, StaffMember by, CaseOwner to, @Nullable Long seenOwnerId) {
        CaseOwner present = before.owner();
        boolean meant = present == null || present.equals(to) || Objects.equals(present.staffId(), seenOwnerId);
        Optional<CaseOutcome> refused = refused(before, !meant);
        if (refused.isPresent() || to.equals(present)) {
            return refused.orElseGet(() -> new CaseOutcome.Done(before));
        }
        return noted(moves.owned(before, to), CaseEvent.Kind.ASSIGNED, by, to.name(), clock.instant());
    }

    @Transactional
    CaseOutcome solve(CaseId caseId, StaffMember staff, String how) {
        if (how.strip().length() > LONGEST_NOTE) {
            return new CaseOutcome.BadLength(LONGEST_NOTE);
        }
        return locked(
                caseId,
                staff,
                before -> ifMine(before, staff, open -> {
                    Instant now = clock.instant();
                    announcements.solved(open, now);
                    List<Task> due =
                            tasks.ofCase(caseId).stream().filter(Task::isOpen).toList();
                    tasks.end(due, Task.Outcome.OBSOLETE, staff.name(), "", now);
                    return noted(moves.solved(open, owner(staff), now), CaseEvent.Kind.SOLVED, staff, how, now);
                }));
    }

    /** A lead has an escalated case in view; from now on it stands where its clocks put it. */
    @Transactional
    CaseOutcome leadSees(CaseId caseId, StaffMember lead) {
        return locked(caseId, lead, before -> {
            if (!lead.may(Right.CASES_LEAD) || before.escalatedAt() == null || before.leadSeenAt() != null) {
                return new CaseOutcome.Done(before);
            }
            Instant now = clock.instant();
            return noted(moves.leadSeen(before, now), CaseEvent.Kind.LEAD_SEEN, lead, "", now);
        });
    }

    @Transactional
    CaseOutcome reopen(CaseId caseId, StaffMember staff, String why) {
        return lockedWithProblem(caseId, staff, solved -> reopen(solved, staff, why));
    }

    private CaseOutcome reopen(SupportCase solved, StaffMember staff, String why) {
        if (solved.status() != CaseStatus.SOLVED) {
            return new CaseOutcome.NotSolved();
        }
        Optional<String> other = cases.otherOpen(solved, solved.type());
        if (other.isPresent()) {
            return new CaseOutcome.OtherCaseOpen(other.get());
        }
        Instant now = clock.instant();
        Instant replyDue = clocks.replyDue(solved, solved.urgency(), now);
        SupportCase open = moves.reopened(solved, now, replyDue, clocks.reopening(solved, now));
        return noted(open, CaseEvent.Kind.REOPENED, staff, why, now);
    }

    @Transactional
    CaseOutcome reclassify(CaseId caseId, StaffMember staff, CaseType type, Urgency urgency) {
        return lockedWithProblem(caseId, staff, before -> reclassify(before, staff, type, urgency));
    }

    private CaseOutcome reclassify(SupportCase before, StaffMember staff, CaseType type, Urgency urgency) {
        Optional<String> other = cases.otherOpen(before, type);
        if (other.isPresent()) {
            return new CaseOutcome.OtherCaseOpen(other.get());
        }
        return refused(before, false).orElseGet(() -> {
            String change = "%s %s → %s %s".formatted(before.type(), before.urgency(), type, urgency);
            SupportCase after = moves.reclassified(before, type, urgency, clocks.judgedAnew(before, urgency));
            return noted(after, CaseEvent.Kind.RECLASSIFIED, staff, change, clock.instant());
        });
    }

    /** A case of another mall does not exist for this member of staff. */
    private CaseOutcome locked(CaseId caseId, StaffMember staff, Function<SupportCase, CaseOutcome> then) {
        return cases.lock(caseId)
                .filter(found -> found.tenantId().equals(staff.tenantId()))
                .map(then)
                .orElseGet(CaseOutcome.Unknown::new);
    }

    /** In the order in which intake locks them too: first the problem, then the row. */
    private CaseOutcome lockedWithProblem(CaseId caseId, StaffMember staff, Function<SupportCase, CaseOutcome> then) {
        cases.find(caseId).ifPresent(found -> cases.lockProblem(found.personId(), found.orderId()));
        return locked(caseId, staff, then);
    }

    /** The owner may go on, and a lead in anyone's place; nobody else. */
    private CaseOutcome ifMine(SupportCase before, StaffMember staff, Function<SupportCase, CaseOutcome> then) {
        boolean taken = before.isOwnedByOther(staff.id()) && !staff.may(Right.CASES_LEAD);
        return refused(before, taken).orElseGet(() -> then.apply(before));
    }

    private static Optional<CaseOutcome> refused(SupportCase before, boolean taken) {
        if (before.solvedAt() != null) {
            return Optional.of(new CaseOutcome.AlreadySolved(before.solvedAt()));
        }
        return taken && before.owner() != null
                ? Optional.of(new CaseOutcome.AlreadyTaken(before.owner()))
                : Optional.empty();
    }

    private CaseOutcome noted(SupportCase after, CaseEvent.Kind kind, StaffMember staff, String detail, Instant now) {
        record.note(after.caseId(), kind, staff.id(), detail, now);
        announcements.touch(after);
        return new CaseOutcome.Done(after);
    }

    private static CaseOwner owner(StaffMember staff) {
        return new CaseOwner(staff.id(), staff.name());
    }
}
