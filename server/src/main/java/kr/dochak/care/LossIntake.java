package kr.dochak.care;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kr.dochak.care.answers.CaseWords;
import kr.dochak.care.answers.Loss;
import kr.dochak.care.record.CaseRecord;
import kr.dochak.care.record.CaseRepository;
import kr.dochak.care.record.SupportCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the case of a lost or damaged parcel before the customer has to ask (CAR-8); once for each order, parcel and kind of
 * loss.
 */
@Component
class LossIntake {

    private final CaseRepository cases;
    private final CaseRecord record;
    private final CaseOpening opening;
    private final CaseJoining joining;
    private final CaseAnnouncements announcements;
    private final CareSettings settings;
    private final InstantSource clock;

    LossIntake(
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

    /**
     * One case for each loss, in the same order. All problems are locked before the first case gets its number: a customer
     * who writes at this moment locks in that order too, so neither waits for the other for ever.
     */
    @Transactional
    List<SupportCase> open(List<Loss> losses) {
        losses.stream()
                .sorted(Comparator.comparing(Loss::orderId))
                .forEach(loss -> cases.lockProblem(loss.personId(), loss.orderId()));
        return losses.stream().map(this::open).toList();
    }

    private SupportCase open(Loss loss) {
        String key = "loss:%s:%s:%s".formatted(loss.orderId(), loss.shipmentId(), loss.type());
        Optional<CaseRecord.KnownMessage> said = record.said(CaseRecord.Speaker.SYSTEM, key);
        if (said.isPresent()) {
            return cases.lock(said.get().caseId()).orElseThrow();
        }
        Instant now = clock.instant();
        Optional<SupportCase> late = cases.lockOpenDelivery(loss.orderId(), loss.type());
        SupportCase open = late.map(known -> joining.loss(known, loss, now)).orElseGet(() -> opening.of(loss, now));
        Instant callBy = now.plus(settings.managerCallsWithin());
        record.say(open.caseId(), CaseRecord.Speaker.SYSTEM, CaseWords.lost(loss, open.caseNo(), callBy), key, now);
        if (late.isEmpty()) {
            announcements.opened(open);
        }
        announcements.touch(open);
        return open;
    }
}
