package kr.dochak.benchmarks.pipeline;

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
 * Made-up scans as carriers send them: parcels from all over the table, one scan in ten comes twice, one in ten comes before
 * the one it follows, one in ten tells of an hour before the last.
 */
public final class Load {

    private static final String CARRIER = "kr.cjlogistics";
    private static final double DUPLICATES = 0.1;
    private static final double OUT_OF_ORDER = 0.1;
    private static final int NEARBY = 500;
    public static final List<String> HUBS = List.of("옥천HUB", "대전HUB", "곤지암HUB", "군포터미널");

    /** Prime, so that it scatters a row of numbers over any table that is not a multiple of it. */
    private static final long SCATTER = 2_654_435_761L;

    /**
     * What a scan says, and which of {@link ActiveShipments} it is said of: the remainder of the parcel's number by eight.
     */
    public enum Step {
        PICK_UP(0, 0, ShipmentStatus.PICKED_UP),
        /** Of parcels that were picked up before. */
        FIRST_HUB(0, 0, ShipmentStatus.IN_TRANSIT),
        HUB(1, 5, ShipmentStatus.IN_TRANSIT),
        VAN(6, 6, ShipmentStatus.OUT_FOR_DELIVERY),
        DOOR(7, 7, ShipmentStatus.DELIVERED);

        private final int first;
        private final int last;
        private final ShipmentStatus status;

        Step(int first, int last, ShipmentStatus status) {
            this.first = first;
            this.last = last;
            this.status = status;
        }
    }

    /** Parcels {@code from} to {@code to} − 1. */
    public record Range(int from, int to) {

        /**
         * The n-th parcel that stands before this step, scattered over the range and no parcel twice until all were named.
         */
        public int parcel(Step step, long n) {
            int eights = (to - from) / 8;
            long eighth = Math.floorMod(n * SCATTER, (long) eights);
            int place = step.first + (int) ((n % eights + n / eights) % (step.last - step.first + 1));
            return from - from % 8 + (from % 8 == 0 ? 0 : 8) + (int) eighth * 8 + place;
        }
    }

    private final Range range;
    private final Instant begin;
    private final long[] told = new long[Step.values().length];
    private int round;

    public Load(Range range, Instant begin) {
        this.range = range;
        this.begin = begin;
    }

    /** The next scans of one kind, mixed nearby, with repetitions; the same after the same calls. */
    public List<Scan> next(Step step, int count) {
        round++;
        Random dice = new Random(round);
        List<Scan> scans = new ArrayList<>(count + count / 8);
        for (int i = 0; i < count; i++) {
            Scan scan = scan(step);
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

    private Scan scan(Step step) {
        long n = told[step.ordinal()]++;
        int parcel = range.parcel(step, n);
        boolean early = n % 10 == 0;
        Instant at = begin.plusSeconds((early ? -3_600 : 60) + n / 1_000);
        String place = HUBS.get((int) (n / 7 % HUBS.size()));
        return new Scan(
                0,
                new CarrierId(CARRIER),
                new TrackingNumber(ActiveShipments.number(parcel)),
                step.status,
                null,
                at,
                place,
                "간선하차",
                null);
    }

    /** Without the repetitions: what the floor can store under its unique index. */
    static List<Scan> distinct(List<Scan> scans) {
        Set<Scan> seen = new HashSet<>();
        return scans.stream().filter(seen::add).toList();
    }
}
