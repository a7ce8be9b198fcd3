package kr.dochak.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kr.dochak.promise.PromiseFact.Changed;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseLedger.Source;
import kr.dochak.promise.Reassessment.Reassessed;
import kr.dochak.promise.causes.CauseLog;
import kr.dochak.promise.causes.CauseLog.Entry;
import kr.dochak.promise.causes.CauseRule;
import kr.dochak.promise.causes.Causes;
import kr.dochak.promise.causes.LateParcel;
import kr.dochak.promise.causes.Reason;
import kr.dochak.promise.days.OtherReasons;
import kr.dochak.shared.PromiseId;
import org.springframework.stereotype.Component;

/**
 * Gives late promises the cause that their parcels' scans show, and another one when the scans show another (PRM-4). Damage and
 * loss are what the carrier says they are.
 */
@Component
class DelayReasons {

    private final Causes causes;
    private final OtherReasons others;
    private final CauseLog log;

    DelayReasons(Causes causes, OtherReasons others, CauseLog log) {
        this.causes = causes;
        this.others = others;
        this.log = log;
    }

    /** The same looks, each late promise among them with its reason as it shows now. */
    List<Reassessed> found(List<Reassessed> seen, Knowledge knowledge, Instant now) {
        List<Integer> late = IntStream.range(0, seen.size())
                .filter(each -> isLate(seen.get(each)))
                .boxed()
                .toList();
        if (late.isEmpty()) {
            return seen;
        }
        List<Reassessed> looked = late.stream().map(seen::get).toList();
        List<Reason> byScans = causes.of(
                looked.stream()
                        .map(each -> parcel(each.after(), reason(each.after())))
                        .toList(),
                knowledge,
                now);
        List<Reason> reasons = others.of(looked, byScans, knowledge, now);
        List<Reassessed> explained = new ArrayList<>(seen);
        for (int i = 0; i < late.size(); i++) {
            explained.set(late.get(i), because(seen.get(late.get(i)), reasons.get(i)));
        }
        log.write(
                explained.stream()
                        .filter(each -> each.foundDelay() || isRevised(each))
                        .map(each -> new Entry(new PromiseId(each.after().id()), reason(each.after())))
                        .toList(),
                now);
        return explained;
    }

    /** A promise that ends in time needs no reason any more. */
    private static boolean isLate(Reassessed seen) {
        PromiseRow.Found found = seen.after().found();
        PromiseRow.Ended ended = seen.after().ended();
        return found != null
                && found.cause() != DelayCause.LOST
                && found.cause() != DelayCause.DAMAGED
                && (ended == null || ended.outcome() == Outcome.MISSED);
    }

    private static Reassessed because(Reassessed seen, Reason reason) {
        return new Reassessed(seen.before(), seen.after().because(reason), seen.shown());
    }

    /** Whether a delay that was known has another cause, or another place. */
    private static boolean isRevised(Reassessed seen) {
        PromiseRow.Found before = seen.before().found();
        PromiseRow.Found after = seen.after().found();
        return before != null
                && after != null
                && !seen.foundDelay()
                && !after.reason().isLike(before.reason());
    }

    private static Reason reason(PromiseRow row) {
        PromiseRow.Found found = row.found();
        return found == null ? new Reason(DelayCause.CARRIER_DATA, null) : found.reason();
    }

    private static LateParcel parcel(PromiseRow row, Reason known) {
        return new LateParcel(
                row.shipmentId(),
                row.tenantId(),
                row.carrier(),
                row.origin(),
                row.destination(),
                row.confirmedAt(),
                row.readyAt(),
                !row.timed() && !row.window().isCustomersDay(),
                known);
    }

    /** Windows that moved, with the reason: a later one is explained by its parcel's scans as a delay is. */
    List<Changed> changes(List<Reassessed> moved, Source source, Knowledge knowledge, Instant now) {
        List<Reason> reasons = new ArrayList<>(moved.stream()
                .map(each -> known(each, source, knowledge.rule(), now))
                .toList());
        List<Integer> later = IntStream.range(0, moved.size())
                .filter(each -> isLater(moved.get(each), source))
                .boxed()
                .toList();
        List<Reason> shown = causes.of(
                later.stream()
                        .map(each -> parcel(moved.get(each).after(), reasons.get(each)))
                        .toList(),
                knowledge,
                now);
        for (int i = 0; i < later.size(); i++) {
            reasons.set(later.get(i), shown.get(i));
        }
        return IntStream.range(0, moved.size())
                .mapToObj(each -> changed(moved.get(each), reasons.get(each), now))
                .toList();
    }

    private static boolean isLater(Reassessed seen, Source source) {
        return source != Source.CUSTOMER
                && seen.after().found() == null
                && seen.after().announced().isAfter(seen.before().announced());
    }

    private static Reason known(Reassessed seen, Source source, Reassessment rule, Instant now) {
        PromiseRow row = seen.after();
        if (source == Source.CUSTOMER) {
            return new Reason(DelayCause.CUSTOMER_REQUEST, null);
        }
        if (row.found() != null) {
            return row.found().reason();
        }
        return new Reason(
                isLater(seen, source)
                        ? rule.cause(row, DelayKind.PREDICTED, null, now)
                        : CauseRule.ofStage( // nothing comes earlier because of a storm
                                DelayKind.PREDICTED, row.stage(), row.reason(), row.place(), null, null),
                null);
    }

    private static Changed changed(Reassessed seen, Reason reason, Instant now) {
        PromiseRow row = seen.after();
        return new Changed(
                new PromiseId(row.id()),
                row.orderId(),
                row.tenantId(),
                row.personId(),
                seen.before().window().range(),
                row.window().range(),
                reason.cause(),
                now,
                reason.lost());
    }
}
