package kr.dochak.simulator.inquiry;

import java.util.Arrays;

/** Who can be asked; the id stands in the path. */
public enum Source {
    CJ("kr.cjlogistics"),
    HANJIN("kr.hanjin"),
    LOTTE("kr.lotte"),
    EPOST("kr.epost"),
    LOGEN("kr.logen"),
    COUPANG_LS("kr.coupangls"),
    SWEETTRACKER("sweettracker"),
    TRACKER_DELIVERY("tracker.delivery");

    private final String id;

    Source(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Source of(String id) {
        return Arrays.stream(values())
                .filter(source -> source.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("source: "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Source::id).toList())));
    }
}
