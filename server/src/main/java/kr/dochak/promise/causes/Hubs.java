package kr.dochak.promise.causes;

import java.util.Locale;

/** What the name of a place says of it, where nothing is learned. */
final class Hubs {

    private Hubs() {}

    /** Called a hub by its name. */
    static boolean isOne(String place) {
        return place.toUpperCase(Locale.ROOT).contains("HUB") || place.contains("허브") || place.contains("집중국");
    }

    /** Called a hub, or a terminal: carriers call hubs so, and depots. */
    static boolean mayBe(String place) {
        return isOne(place) || place.contains("터미널");
    }
}
