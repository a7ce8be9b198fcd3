package kr.dochak.promise.learning.features;

/**
 * Features of one kind: a family sees what becomes known when it becomes known, in time order, and describes a delivery
 * from nothing else. It describes a journey before it sees that journey's hand-over or delivery.
 */
interface Family {

    /** Time passes: called at least once before each day's first event. */
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
