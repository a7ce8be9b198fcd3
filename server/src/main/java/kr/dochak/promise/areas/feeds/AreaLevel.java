package kr.dochak.promise.areas.feeds;

/** How grave: 주의보, 경보 and 중대경보 of the weather service; of a road, whether something still passes. */
public enum AreaLevel {
    ADVISORY,
    WARNING,
    EMERGENCY
}
