package kr.dochak.promise.causes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import kr.dochak.promise.causes.LostTime.Part;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ScanView;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a parcel's way, from its scans. Pure.
 *
 * <p>Carriers scan a parcel when it comes to a place and when it leaves: with one scan it is still there. With a second it has set out,
 * whatever the words of the two are.
 */
final class Passages {

    /** What is known of places. */
    interface Habits {

        /** Whether parcels leave a place with a driver: there a second scan is none of leaving. */
        boolean isDoor(String place, Instant came);

        /** Whether parcels are scanned once at a place, as at a port: they are on their way again. */
        boolean isPassed(String place, Instant came);
    }

    /** What a parcel was scanned for at one place before it was scanned elsewhere. */
    private static final class Visit {

        private final String place;
        private final List<ScanView> scans = new ArrayList<>();

        private Visit(String place) {
            this.place = place;
        }

        private Instant came() {
            return scans.getFirst().occurredAt();
        }

        private ScanView last() {
            return scans.getLast();
        }

        private boolean isWithDriver() {
            return scans.stream().anyMatch(scan -> scan.status() == ShipmentStatus.OUT_FOR_DELIVERY);
        }
    }

    private final List<Passage> passages = new ArrayList<>();

    private Passages() {}

    /** @param scans oldest first */
    static List<Passage> of(List<ScanView> scans, Instant registeredAt, Habits habits) {
        Passages made = new Passages();
        List<Visit> visits = visits(scans);
        made.add(
                Part.WAIT,
                "",
                "",
                registeredAt,
                visits.isEmpty() ? null : visits.getFirst().came(),
                null);
        for (int i = 0; i < visits.size(); i++) {
            made.visit(visits.get(i), i + 1 < visits.size() ? visits.get(i + 1) : null, habits);
        }
        return made.passages;
    }

    private static List<Visit> visits(List<ScanView> scans) {
        List<Visit> visits = new ArrayList<>();
        for (ScanView scan :
                scans.stream().filter(Passages::moves).sorted(byTime()).toList()) {
            String last = visits.isEmpty() ? "" : visits.getLast().place;
            String place = scan.place().isBlank() ? last : scan.place();
            if (visits.isEmpty() || !place.equals(last)) {
                visits.add(new Visit(place));
            }
            visits.getLast().scans.add(scan);
        }
        return visits;
    }

    private static Comparator<ScanView> byTime() {
        return Comparator.comparing(ScanView::occurredAt)
                .thenComparing(scan -> scan.status().rank());
    }

    private static boolean moves(ScanView scan) {
        return scan.status() != ShipmentStatus.PENDING && scan.status() != ShipmentStatus.INFO_RECEIVED;
    }

    private void visit(Visit visit, @Nullable Visit next, Habits habits) {
        if (visit.isWithDriver()) {
            tours(visit);
            return;
        }
        boolean isOne = visit.scans.size() == 1;
        boolean stays = next == null
                && (isOne ? !habits.isPassed(visit.place, visit.came()) : habits.isDoor(visit.place, visit.came()));
        ScanView first = visit.scans.getFirst();
        if (stays) {
            add(
                    astray(first.reason()) ? Part.AGAIN : Part.STAY,
                    visit.place,
                    "",
                    visit.came(),
                    null,
                    visit.last().reason());
            return;
        }
        if (!isOne) {
            add(Part.STAY, visit.place, "", visit.came(), visit.last().occurredAt(), ending(visit.last(), first));
        }
        ScanView ends = next == null ? null : next.scans.getFirst();
        boolean again = astray(visit.last().reason());
        add(
                again ? Part.AGAIN : Part.LEG,
                visit.place,
                next == null ? "" : next.place,
                visit.last().occurredAt(),
                ends == null ? null : ends.occurredAt(),
                again ? visit.last().reason() : ends == null ? visit.last().reason() : ends.reason());
    }

    /** Out with a driver, back again, out again. */
    private void tours(Visit visit) {
        Instant since = visit.came();
        ScanView begins = visit.scans.getFirst();
        Part part = Part.STAY;
        for (ScanView scan : visit.scans) {
            boolean out = scan.status() == ShipmentStatus.OUT_FOR_DELIVERY;
            boolean back = scan.status() == ShipmentStatus.ATTEMPT_FAIL || scan.status() == ShipmentStatus.EXCEPTION;
            if (out || back || scan.status() == ShipmentStatus.DELIVERED) {
                ScanReason why = part == Part.AGAIN ? reason(begins, scan) : scan.reason();
                add(part, visit.place, "", since, scan.occurredAt(), back ? null : why);
                since = scan.occurredAt();
                begins = scan;
                part = out ? Part.TOUR : back ? Part.AGAIN : Part.STAY;
            }
        }
        if (visit.last().status() != ShipmentStatus.DELIVERED) {
            add(part, visit.place, "", since, null, part == Part.AGAIN ? begins.reason() : null);
        }
    }

    private static @Nullable ScanReason reason(ScanView begins, ScanView ends) {
        return begins.reason() == null ? ends.reason() : begins.reason();
    }

    /** What is over is explained by the scan that ended it; a jam that was admitted at its beginning is one too. */
    private static @Nullable ScanReason ending(ScanView last, ScanView first) {
        return last.reason() != null ? last.reason() : first.reason() == ScanReason.HUB_BACKLOG ? first.reason() : null;
    }

    private static boolean astray(@Nullable ScanReason reason) {
        return reason == ScanReason.MISSORTED;
    }

    private void add(
            Part part,
            String place,
            String toward,
            Instant from,
            @Nullable Instant until,
            @Nullable ScanReason reason) {
        if (!Objects.equals(from, until)) {
            passages.add(new Passage(part, place, toward, from, until, reason));
        }
    }
}
