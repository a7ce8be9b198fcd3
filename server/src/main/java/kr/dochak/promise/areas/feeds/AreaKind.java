package kr.dochak.promise.areas.feeds;

/** What a warning is about. What a source's code means stands in the tables under {@code resources/areas}. */
public enum AreaKind {
    SNOW(Signal.SNOW),
    RAIN(Signal.RAIN),
    WIND(Signal.WIND),
    TYPHOON(Signal.WIND),
    SURGE(Signal.WIND),
    WAVES(Signal.WIND),
    COLD(Signal.OTHER_WEATHER),
    HEAT(Signal.OTHER_WEATHER),
    HOT_NIGHT(Signal.OTHER_WEATHER),
    DRY(Signal.OTHER_WEATHER),
    DUST(Signal.OTHER_WEATHER),
    ROAD_WEATHER(Signal.TRAFFIC),
    ACCIDENT(Signal.TRAFFIC),
    BREAKDOWN(Signal.TRAFFIC),
    ROADWORK(Signal.TRAFFIC),
    CONTROL(Signal.TRAFFIC),
    DISASTER(Signal.TRAFFIC),
    /** An event on a road of a sort that is named and is none of the above. */
    OTHER_TRAFFIC(Signal.TRAFFIC),
    /** A code that no table knows: stored, shown and learned from like any other. */
    UNKNOWN(Signal.OTHER_WEATHER);

    /** Kinds that models see as one, since they do the same to a truck. */
    public enum Signal {
        SNOW,
        RAIN,
        WIND,
        OTHER_WEATHER,
        TRAFFIC
    }

    private final Signal signal;

    AreaKind(Signal signal) {
        this.signal = signal;
    }

    public Signal signal() {
        return signal;
    }

    /** True for what holds trucks up wherever it is; of the rest it has to be learned. */
    public boolean slowsTrucks() {
        return switch (this) {
            case SNOW, RAIN, TYPHOON, ROAD_WEATHER, CONTROL, DISASTER -> true;
            default -> false;
        };
    }

    /** True for what happens on a road for another reason than the weather: its delays are those of trucks. */
    public boolean isTraffic() {
        return signal == Signal.TRAFFIC && this != ROAD_WEATHER;
    }
}
