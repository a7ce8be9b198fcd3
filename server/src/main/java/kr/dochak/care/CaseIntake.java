package kr.dochak.care;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import kr.dochak.care.CustomerMessage.Writing;
import kr.dochak.care.answers.CaseWords;
import kr.dochak.care.answers.Triage;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.care.record.CaseRecord;
import kr.dochak.care.record.CaseRepository;
import kr.dochak.care.record.SupportCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what customers write: into the case that is open for the same problem, or into a new one (CAR-1, CAR-3). */
@Component
class CaseIntake {

    private static final Duration LIMITED = Duration.ofHours(1);

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
    Writing write(CustomerMessage message) {
        message.unfit().ifPresent(unfit -> {
            throw new IllegalArgumentException("a message is checked before it is written: " + unfit);
        });
        CaseRecord.Speaker customer = CaseRecord.Speaker.customer(message.personId());
        cases.lockProblem(message.personId(), message.orderId());
        Optional<CaseRecord.KnownMessage> earlier = record.known(customer, message.key());
        if (earlier.isPresent()) {
            return written(
                    cases.lock(earlier.get().caseId()).orElseThrow(),
                    earlier.get().first());
        }
        Instant now = clock.instant();
        Optional<Instant> full = fullUntil(message, now);
        if (full.isPresent()) {
            return new Writing.TooMany(full.get());
        }
        Triage triage = Triage.of(message.text());
        Optional<SupportCase> same = sameProblem(message, now);
        SupportCase written =
                same.map(open -> joining.message(open, triage, now)).orElseGet(() -> opening.of(message, triage, now));
        record.add(written.caseId(), customer, message.text().strip(), message.key(), now);
        if (triage.urgency() == Urgency.HIGH) {
            announcements.danger(written, now);
        }
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
        return cases.lockSolvedSince(
                message.personId(), message.orderId(), now.minus(settings.reopenWithin(message.tenantId())));
    }

    private void acknowledge(SupportCase opened, Instant now) {
        record.add(
                opened.caseId(),
                CaseRecord.Speaker.SYSTEM,
                CaseWords.received(opened),
                "received:" + opened.caseId(),
                now);
        announcements.opened(opened);
    }

    /** Until when the customer has written enough about this; the caller holds the lock of the problem, so none slips by. */
    private Optional<Instant> fullUntil(CustomerMessage message, Instant now) {
        boolean byLink = message.channel() == CaseChannel.LINK;
        int most = byLink ? settings.messagesPerHourByLink() : settings.messagesPerHour();
        return record.written(message.personId(), message.orderId(), most, now.minus(LIMITED))
                .map(first -> first.plus(LIMITED));
    }

    private static Writing written(SupportCase on, boolean opened) {
        return new Writing.Taken(new CaseReceipt(on.caseId(), on.caseNo(), opened, on.attentionAt(), on.owner()));
    }
}
