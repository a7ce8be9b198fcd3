package kr.dochak.tracking.carriers.asking;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.shared.Seoul;
import kr.dochak.tracking.ShipmentStatus;

/**
 * How many events a parcel has in an hour of the day, by where it is in its way: collected in the evening, through hubs at
 * night, at the branch at dawn, out in the morning, delivered from noon on.
 */
final class NewsRate {

    // by hour of the day, from midnight on
    private static final double[] WAITING = {
        0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.05, 0.15, 0.28, 0.34,
        0.36, 0.34, 0.18, 0.06, 0.02, 0.01
    };
    private static final double[] MOVING = {
        0.34, 0.34, 0.34, 0.34, 0.34, 0.3, 0.3, 0.32, 0.36, 0.36, 0.3, 0.16, 0.04, 0.02, 0.02, 0.02, 0.03, 0.05, 0.07,
        0.1, 0.16, 0.28, 0.34, 0.34
    };
    private static final double[] OUT = {
        0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.02, 0.04, 0.06, 0.1, 0.13, 0.15, 0.17, 0.2, 0.23, 0.27, 0.32,
        0.36, 0.3, 0.14, 0.04, 0.01
    };
    private static final double[] HELD = {
        0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.02, 0.04, 0.1, 0.12, 0.12, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.08, 0.06, 0.05,
        0.03, 0.02, 0.01, 0.01
    };

    private static final int PARTS = 24;

    private NewsRate() {}

    /**
     * Hours of unseen news that asking at {@code to} ends, beyond what asking all along would have left: the number of
     * events so far times the time, less what had come by then at each moment. A parcel that has probably moved on unseen
     * has the news of its next stage.
     */
    static double unseen(ShipmentStatus status, Instant from, Instant to) {
        double hours = Math.max(0, Duration.between(from, to).toSeconds() / 3_600.0);
        double step = hours / PARTS;
        double start = Seoul.at(from).toLocalTime().toSecondOfDay() / 3_600.0;
        double stage = 0;
        double events = 0;
        double integral = 0;
        for (int i = 0; i < PARTS; i++) {
            int hour = (int) (start + (i + 0.5) * step) % 24;
            double movedOn = 1 - Math.exp(-stage);
            events += ((1 - movedOn) * of(status)[hour] + movedOn * after(status)[hour]) * step;
            stage += of(status)[hour] * step;
            integral += events * step;
        }
        return events * hours - integral;
    }

    private static double[] of(ShipmentStatus status) {
        return switch (status) {
            case PENDING, INFO_RECEIVED -> WAITING;
            case PICKED_UP, IN_TRANSIT -> MOVING;
            case OUT_FOR_DELIVERY -> OUT;
            case AVAILABLE_FOR_PICKUP,
                    ATTEMPT_FAIL,
                    ShipmentStatus.HELD,
                    EXCEPTION,
                    RETURNING,
                    DELIVERED,
                    RETURNED,
                    CANCELLED -> HELD;
        };
    }

    private static double[] after(ShipmentStatus status) {
        return switch (status) {
            case PENDING, INFO_RECEIVED -> MOVING;
            case PICKED_UP, IN_TRANSIT -> OUT;
            default -> HELD;
        };
    }
}
