package kr.dochak.care;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kr.dochak.care.answers.CaseWords;
import kr.dochak.care.answers.Loss;
import kr.dochak.care.record.CaseOwner;
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
    private final TaskOpening tasks;
    private final InstantSource clock;

    LossIntake(
            CaseRepository cases,
            CaseRecord record,
            CaseOpening opening,
            CaseJoining joining,
            CaseAnnouncements announcements,
            TaskOpening tasks,
            InstantSource clock) {
        this.cases = cases;
        this.record = record;
        this.opening = opening;
        this.joining = joining;
        this.announcements = announcements;
        this.tasks = tasks;
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
        Optional<CaseRecord.KnownMessage> earlier = record.known(CaseRecord.Speaker.SYSTEM, key);
        if (earlier.isPresent()) {
            return cases.lock(earlier.get().caseId()).orElseThrow();
        }
        Instant now = clock.instant();
        Optional<SupportCase> late = cases.lockOpenDelivery(loss.orderId(), loss.type());
        SupportCase about = late.map(known -> joining.loss(known, loss, now)).orElseGet(() -> opening.of(loss, now));
        Optional<CaseOwner> manager = Optional.ofNullable(about.owner()).or(() -> tasks.manager(loss.tenantId()));
        String words = CaseWords.lost(loss, about.caseNo(), manager.orElse(null), tasks.callBy(loss));
        record.add(about.caseId(), CaseRecord.Speaker.SYSTEM, words, key, now);
        SupportCase open = tasks.call(about, loss, key, manager, now)
                .map(call -> joining.toCall(about, call, now))
                .orElse(about);
        if (late.isEmpty()) {
            announcements.opened(open);
        }
        announcements.touch(open);
        return open;
    }
}
