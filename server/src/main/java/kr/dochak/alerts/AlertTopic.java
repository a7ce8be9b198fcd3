package kr.dochak.alerts;

import kr.dochak.shared.MallId;

/** The live topic of a mall's bell. */
public final class AlertTopic {

    static final String KIND = "alerts";

    private AlertTopic() {}

    /** The topic of this mall. */
    public static String of(MallId mall) {
        return KIND + ":" + mall;
    }
}
