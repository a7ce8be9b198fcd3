package kr.dochak.promise.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.dochak.promise.learning.features.Groupings;
import kr.dochak.promise.learning.features.Journey;

/**
 * Leans against the error that is left (PRM-2; adaptive conformal inference, Gibbs and Candès 2021): where more than a
 * tenth of the windows of a sender, or of a lane, ended too early or too late, the next ones are read where fewer of the
 * past ones would have. The share leans and not the time, since outcomes come in tours: an end that shall hold a little
 * more may have to lie a whole night later.
 */
final class Steering {

    /** By how much the share to be read moves in a day for what was missed beyond a tenth. A lane sees fewer than a sender. */
    private static final double OF_SENDER = .5;

    private static final double OF_LANE = 1;

    /** So few outcomes in a day move it half as far as they would. */
    private static final double FEW = 20;

    /** What is left of a lean after a day: the weeks that {@link PastWeeks} judges by have seen it too, before long. */
    private static final double LEFT = .9;

    private static final double FURTHEST = .2;
    private static final double LEAST_READ = .05;
    private static final double MOST_READ = .3;

    /** How a sender's or a lane's windows ended since it was last reckoned, and how far its next ones lean. */
    private static final class Leaning {

        private double early;
        private double late;
        private int windows;
        private int tooEarly;
        private int tooLate;
        private double days;

        /** What takes long to become known would be answered again and again before an answer shows: it moves less. */
        private void reckon(double gain) {
            early *= LEFT;
            late *= LEFT;
            if (windows > 0) {
                double known = Math.max(1, days / windows);
                double pull = gain / (known * known) * windows / (windows + FEW);
                early = clamp(early + pull * (Shares.MISSED - (double) tooEarly / windows));
                late = clamp(late + pull * (Shares.MISSED - (double) tooLate / windows));
                windows = 0;
                tooEarly = 0;
                tooLate = 0;
                days = 0;
            }
        }

        private static double clamp(double lean) {
            return Math.clamp(lean, -FURTHEST, FURTHEST);
        }
    }

    private static final Leaning NOT = new Leaning();

    private final Map<String, Leaning> senders = new HashMap<>();
    private final Map<String, Leaning> lanes = new HashMap<>();

    /** Which shares of past deliveries the ends of its window are to be read at. */
    Shares shares(Journey journey) {
        Leaning sender = senders.getOrDefault(Groupings.sender(journey), NOT);
        Leaning lane = lanes.getOrDefault(Groupings.lane(journey), NOT);
        return new Shares(read(sender.early + lane.early), 1 - read(sender.late + lane.late));
    }

    /** In thousandths, so that the windows of a day need few readings. */
    private static double read(double lean) {
        return Math.round(Math.clamp(Shares.MISSED + lean, LEAST_READ, MOST_READ) * 1_000) / 1_000d;
    }

    /** A window's outcome. @param days how long it took to become known */
    void ended(Journey journey, boolean early, boolean late, double days) {
        of(journey).forEach(leaning -> {
            leaning.windows++;
            leaning.tooEarly += early ? 1 : 0;
            leaning.tooLate += late ? 1 : 0;
            leaning.days += days;
        });
    }

    /** A window that had passed was of a parcel that never arrives: no delivery was late. */
    void neverArrives(Journey journey) {
        of(journey).forEach(leaning -> {
            leaning.windows--;
            leaning.tooLate--;
        });
    }

    private Stream<Leaning> of(Journey journey) {
        return List.of(
                senders.computeIfAbsent(Groupings.sender(journey), unused -> new Leaning()),
                lanes.computeIfAbsent(Groupings.lane(journey), unused -> new Leaning()))
                .stream();
    }

    /** Takes what ended since the last time into account: once a day. */
    void reckon() {
        senders.values().forEach(leaning -> leaning.reckon(OF_SENDER));
        lanes.values().forEach(leaning -> leaning.reckon(OF_LANE));
    }
}
