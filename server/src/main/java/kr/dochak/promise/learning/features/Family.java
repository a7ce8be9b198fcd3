package kr.dochak.promise.learning.features;

/**
 * Features of one kind. It sees everything that becomes known when it becomes known, in time order, and describes a
 * delivery from nothing else. A hand-over or delivery is told after what the journey was before.
 */
interface Family {

    /** Time passes: told at least once before each day's first event. */
    default void dayBegins(double day) {}

    default void ordered(Journey journey) {}

    /** The journey knows its hand-over already. */
    default void handedOver(Journey journey) {}

    default void delivered(Journey journey, double at) {}

    /** Given up: cancelled, lost, or silent for so long that nothing more is expected. */
    default void dropped(Journey journey) {}

    /** Puts this family's values for a journey as it stands now; always the same ones in the same order for a stage. */
    void describe(Journey journey, double now, Row row);
}
