package kr.dochak.benchmarks.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;

/**
 * Made-up scans of a few parcels, a step of each in a round: one in ten comes twice, one in ten comes before the one it
 * follows. No parcel has more scans than it remembers, so that they can be counted exactly.
 */
final class Rounds {

    static final String CARRIER = "kr.cjlogistics";
    private static final double DUPLICATES = 0.1;
    private static final double OUT_OF_ORDER = 0.1;
    private static final int NEARBY = 500;
    private static final List<ShipmentStatus> STEPS = List.of(
            ShipmentStatus.PICKED_UP,
            ShipmentStatus.IN_TRANSIT,
            ShipmentStatus.IN_TRANSIT,
            ShipmentStatus.OUT_FOR_DELIVERY);

    private Rounds() {}

    /** The tracking number of the n-th shipment. */
    static String number(int shipment) {
        return "6%011d".formatted(shipment);
    }

    /** The scans of one step of all these shipments, shuffled nearby, with repetitions; the same for the same seed. */
    static List<Scan> round(int firstShipment, int shipments, int round, Instant begin) {
        Random dice = new Random(round);
        List<Scan> scans = new ArrayList<>(shipments + shipments / 8);
        for (int i = 0; i < shipments; i++) {
            Scan scan = scan(firstShipment + i, round, begin);
            scans.add(scan);
            if (dice.nextDouble() < DUPLICATES) {
                scans.add(scan);
            }
        }
        for (int i = 0; i < scans.size(); i++) {
            if (dice.nextDouble() < OUT_OF_ORDER) {
                Collections.swap(scans, i, Math.min(scans.size() - 1, i + dice.nextInt(NEARBY)));
            }
        }
        return scans;
    }

    private static Scan scan(int shipment, int round, Instant begin) {
        // every tenth scan says it happened before the one of the round before
        boolean early = shipment % 10 == 0 && round > 0;
        Instant at = begin.plus(Duration.ofMinutes(early ? round * 60L - 90 : round * 60L))
                .plusSeconds(shipment % 3_000);
        ShipmentStatus status = STEPS.get(round % STEPS.size());
        return new Scan(
                0,
                new CarrierId(CARRIER),
                new TrackingNumber(number(shipment)),
                status,
                null,
                at,
                "옥천HUB",
                "간선하차",
                null);
    }

    /** Without the repetitions: what the floor can store under its unique index. */
    static List<Scan> distinct(List<Scan> scans) {
        Set<Scan> seen = new HashSet<>();
        return scans.stream().filter(seen::add).toList();
    }
}
