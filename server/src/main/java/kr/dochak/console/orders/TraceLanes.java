package kr.dochak.console.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.console.TraceAxis;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.OrderSummary;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;

/** Sorts what happened to an order into lanes, of which those with nothing in them are left out; each mark leads to its row. */
final class TraceLanes {

    private final TraceAxis axis;
    private final Words words;

    private TraceLanes(TraceAxis axis, Words words) {
        this.axis = axis;
        this.words = words;
    }

    static List<Lane> of(Trace trace, TraceAxis axis, Words words) {
        TraceLanes lanes = new TraceLanes(axis, words);
        return Stream.of(
                        Lane.of("order", lanes.order(trace), axis),
                        Lane.of("warehouse", lanes.warehouse(trace.order().summary()), axis),
                        Lane.of("scans", lanes.scans(trace), axis),
                        Lane.of("messages", lanes.messages(trace), axis),
                        Lane.of("grants", lanes.grants(trace), axis),
                        Lane.of("cases", lanes.cases(trace), axis))
                .filter(lane -> !lane.spots().isEmpty())
                .toList();
    }

    private List<Lane.Moment> order(Trace trace) {
        List<Lane.Moment> moments = new ArrayList<>();
        trace.order()
                .revisions()
                .forEach(revision -> add(
                        moments,
                        revision.at(),
                        words.word("console.trace.revision", revision.revision()),
                        "#revision-" + revision.revision(),
                        Tone.NEUTRAL));
        add(moments, trace.order().summary().cancelledAt(), words.word("console.trace.cancelled"), "#order", Tone.LATE);
        return moments;
    }

    private List<Lane.Moment> warehouse(OrderSummary order) {
        List<Lane.Moment> moments = new ArrayList<>();
        add(moments, order.pickingAt(), words.word("console.trace.picking"), "#order", Tone.NEUTRAL);
        add(moments, order.packedAt(), words.word("console.trace.packed"), "#order", Tone.NEUTRAL);
        return moments;
    }

    private List<Lane.Moment> scans(Trace trace) {
        List<Lane.Moment> moments = new ArrayList<>();
        for (Trace.Parcel parcel : trace.parcels()) {
            for (int i = 0; i < parcel.scans().size(); i++) {
                var scan = parcel.scans().get(i);
                Tone tone = scan.status() == ShipmentStatus.DELIVERED
                        ? Tone.ON_TIME
                        : scan.reason() != null ? Tone.AT_RISK : Tone.NEUTRAL;
                String label = words.word("console.status." + scan.status()) + " " + scan.place();
                add(moments, scan.occurredAt(), label.strip(), scanId(parcel, i), tone);
            }
        }
        return moments;
    }

    private static String scanId(Trace.Parcel parcel, int index) {
        return "#scan-" + parcel.shipment().shipmentId() + "-" + index;
    }

    private List<Lane.Moment> messages(Trace trace) {
        List<Lane.Moment> moments = new ArrayList<>();
        for (OrderNotice notice : trace.notices()) {
            Instant announcedAt = notice.announcedAt();
            Tone tone = notice.state() == OrderNotice.State.WITHDRAWN ? Tone.NEUTRAL : Tone.DONE;
            add(
                    moments,
                    announcedAt == null ? notice.detectedAt() : announcedAt,
                    words.word("console.notice." + notice.kind()),
                    "#notice-" + notice.noticeId(),
                    tone);
        }
        return moments;
    }

    private List<Lane.Moment> grants(Trace trace) {
        List<Lane.Moment> moments = new ArrayList<>();
        trace.grants()
                .forEach(given -> add(
                        moments,
                        given.grant().at(),
                        given.grant().value().text(),
                        "#grant-" + given.grant().grantId(),
                        Tone.SILENT));
        return moments;
    }

    private List<Lane.Moment> cases(Trace trace) {
        List<Lane.Moment> moments = new ArrayList<>();
        trace.cases()
                .forEach(one -> add(moments, one.openedAt(), one.subject(), "#case-" + one.caseId(), Tone.AT_RISK));
        return moments;
    }

    private void add(List<Lane.Moment> to, @Nullable Instant at, String label, String href, Tone tone) {
        if (at != null) {
            String when = KoreanTime.moment(at, axis.now(), words.locale());
            to.add(new Lane.Moment(at, when + " " + label, href, tone));
        }
    }
}
