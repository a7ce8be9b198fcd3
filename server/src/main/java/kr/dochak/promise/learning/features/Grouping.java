package kr.dochak.promise.learning.features;

import java.util.function.Function;

/**
 * A way to put deliveries into groups. A group that has seen little is drawn towards the broader one it lies in.
 *
 * @param parent the broader grouping's name, earlier in its list; its own for the broadest
 * @param strength how many deliveries of its own weigh as much as the broader group's average
 * @param shown whether its average is a feature. Those over everything are not: they say which weeks it is, and a model
 *     that knows the weeks learns them by heart
 */
record Grouping(String name, Function<Journey, String> of, String parent, double strength, boolean shown) {

    static Grouping everything(double strength) {
        return new Grouping("all", unused -> "*", "all", strength, false);
    }

    static Grouping by(String name, Function<Journey, String> of, String parent, double strength) {
        return new Grouping(name, of, parent, strength, true);
    }

    String key(Journey journey) {
        return name + ' ' + of.apply(journey);
    }
}
