package kr.dochak.simulator.inquiry;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.simulator.carriers.Hub;
import kr.dochak.simulator.carriers.Scan;
import kr.dochak.simulator.carriers.Stage;

/** What a fault makes of the scans of a parcel. */
final class Bending {

    private static final int MONTHS_BEFORE = 7;
    private static final int HUB_IS_LATE_MINUTES = 25;

    private Bending() {}

    static List<Scan> bend(Fault fault, List<Scan> scans) {
        return switch (fault) {
            case DOUBLED ->
                scans.stream().flatMap(scan -> List.of(scan, scan).stream()).toList();
            case DISORDERED -> disordered(scans);
            case LATE_SCAN -> late(scans);
            case REUSED -> reused(scans);
            case NONE, BLOCKED, BAD_GATEWAY, CHANGED, ERROR_INSIDE, SLOW, LIMITED -> scans;
        };
    }

    /** Neighbours change places. */
    private static List<Scan> disordered(List<Scan> scans) {
        List<Scan> turned = new ArrayList<>(scans);
        for (int n = 0; n + 1 < turned.size(); n += 2) {
            turned.set(n, scans.get(n + 1));
            turned.set(n + 1, scans.get(n));
        }
        return turned;
    }

    private static List<Scan> late(List<Scan> scans) {
        List<Scan> more = new ArrayList<>(scans);
        scans.stream()
                .filter(scan -> scan.stage() == Stage.DELIVERED)
                .findFirst()
                .ifPresent(delivered -> more.add(new Scan(
                        delivered.carrier(),
                        delivered.trackingNumber(),
                        delivered.occurredAt().plusMinutes(HUB_IS_LATE_MINUTES),
                        Stage.HUB_OUT,
                        null,
                        delivered.carrier().hubs().getFirst().title())));
        return more;
    }

    /** The former parcel of the number went all its way; it stands before this one's scans. */
    private static List<Scan> reused(List<Scan> scans) {
        if (scans.isEmpty()) {
            return scans;
        }
        Scan first = scans.getFirst();
        LocalDateTime then = first.occurredAt().minusMonths(MONTHS_BEFORE);
        Hub hub = first.carrier().hubs().getLast();
        List<Scan> more = new ArrayList<>();
        List<Stage> way = List.of(Stage.COLLECTED, Stage.HUB_IN, Stage.HUB_OUT, Stage.OUT, Stage.DELIVERED);
        for (int n = 0; n < way.size(); n++) {
            more.add(new Scan(
                    first.carrier(), first.trackingNumber(), then.plusHours(5L * n), way.get(n), null, hub.title()));
        }
        more.addAll(scans);
        return more;
    }
}
