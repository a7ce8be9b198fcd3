package kr.dochak.promise.learning;

/** What a window rests on, by fallback level (PRM-5): a trained model, a level of the lane table, or nothing yet. */
public sealed interface Basis {

    /** A model trained on so many deliveries. */
    record Model(int deliveries) implements Basis {}

    /** The last deliveries of a lane, of its destination, or of all. */
    record Lanes(String level, int deliveries) implements Basis {}

    /** Nothing was delivered yet. */
    record Nothing() implements Basis {}
}
