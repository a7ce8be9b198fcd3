package kr.dochak.care;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import kr.dochak.care.answers.CaseWords;
import kr.dochak.care.answers.Triage;
import kr.dochak.care.record.CaseRecord;
import kr.dochak.care.record.CaseRepository;
import kr.dochak.care.record.SupportCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what customers write: into the case that is open for the same problem, or into a new one (CAR-1, CAR-3). */
@Component
class CaseIntake {

    private final CaseRepository cases;
    private final CaseRecord record;
    private final CaseOpening opening;
    private final CaseJoining joining;
    private final CaseAnnouncements announcements;
    private final CareSettings settings;
    private final InstantSource clock;

    CaseIntake(
            CaseRepository cases,
            CaseRecord record,
            CaseOpening opening,
            CaseJoining joining,
            CaseAnnouncements announcements,
            CareSettings settings,
            InstantSource clock) {
        this.cases = cases;
        this.record = record;
        this.opening = opening;
        this.joining = joining;
        this.announcements = announcements;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    CaseReceipt write(CustomerMessage message) {
        message.unfit().ifPresent(unfit -> {
            throw new IllegalArgumentException("a message is checked before it is written: " + unfit);
        });
        CaseRecord.Speaker customer = CaseRecord.Speaker.customer(message.personId());
        cases.lockProblem(message.personId(), message.orderId());
        Optional<CaseRecord.KnownMessage> said = record.said(customer, message.key());
        if (said.isPresent()) {
            return written(
                    cases.lock(said.get().caseId()).orElseThrow(), said.get().first());
        }
        Instant now = clock.instant();
        Triage triage = Triage.of(message.text());
        Optional<SupportCase> same = sameProblem(message, now);
        SupportCase written =
                same.map(open -> joining.message(open, triage, now)).orElseGet(() -> opening.of(message, triage, now));
        record.say(written.caseId(), customer, message.text().strip(), message.key(), now);
        if (same.isEmpty()) {
            acknowledge(written, now);
        }
        announcements.touch(written);
        return written(written, same.isEmpty());
    }

    /** The open case about the same order, or the one solved only lately, which the customer's word reopens. */
    private Optional<SupportCase> sameProblem(CustomerMessage message, Instant now) {
        Optional<SupportCase> open = cases.lockOpen(message.personId(), message.orderId());
        if (open.isPresent() || message.orderId() == null) {
            return open;
        }
        return cases.lockSolvedSince(message.personId(), message.orderId(), now.minus(settings.reopenWithin()));
    }

    private void acknowledge(SupportCase opened, Instant now) {
        record.say(
                opened.caseId(),
                CaseRecord.Speaker.SYSTEM,
                CaseWords.received(opened),
                "received:" + opened.caseId(),
                now);
        announcements.opened(opened);
    }

    private static CaseReceipt written(SupportCase on, boolean opened) {
        return new CaseReceipt(on.caseId(), on.caseNo(), opened, on.attentionAt(), on.owner());
    }
}
