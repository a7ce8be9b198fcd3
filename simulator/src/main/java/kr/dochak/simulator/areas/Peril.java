package kr.dochak.simulator.areas;

import java.util.Arrays;
import java.util.List;

/** What may befall an area, how its service calls it, and which share of the parcels there waits until it is over. */
public enum Peril {
    SNOW("대설", 8, .75),
    RAIN("호우", 2, .25),
    WIND("강풍", 1, .1),
    TYPHOON("태풍", 7, .6),
    COLD("한파", 3, .05),
    ACCIDENT("교통사고", 0, .2),
    CLOSURE("통제", 0, .5);

    private static final double LESS_GRAVE = .4;

    private final String title;
    private final int code;
    private final double share;

    Peril(String title, int code, double share) {
        this.title = title;
        this.code = code;
        this.share = share;
    }

    public String title() {
        return title;
    }

    int code() {
        return code;
    }

    boolean isOnRoads() {
        return code == 0;
    }

    double share(boolean grave) {
        return grave ? share : share * LESS_GRAVE;
    }

    /** What is likely in a month. */
    static List<Peril> of(int month) {
        return switch (month) {
            case 12, 1, 2, 3, 11 -> List.of(SNOW, SNOW, SNOW, COLD, WIND, ACCIDENT);
            case 6, 7, 8, 9 -> List.of(RAIN, RAIN, TYPHOON, WIND, ACCIDENT);
            default -> List.of(WIND, RAIN, ACCIDENT);
        };
    }

    public static Peril ofTitle(String title) {
        return Arrays.stream(values())
                .filter(peril -> peril.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind: "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Peril::title).toList())));
    }
}
