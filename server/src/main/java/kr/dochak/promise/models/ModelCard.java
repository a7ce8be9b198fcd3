package kr.dochak.promise.models;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of the models (PRM-5).
 *
 * @param versions the newest first
 * @param training what is being done now, if anything
 * @param ready false for some seconds after a start, while the past is replayed
 * @param approvers how many people agree before a model is used; 0 where it is by itself
 * @param asked the models about which somebody is asked now
 * @param possible false where models are switched off or cannot be loaded: the lane table serves
 */
public record ModelCard(
        List<Version> versions,
        Optional<Progress> training,
        Optional<Ended> last,
        int leastDeliveries,
        boolean ready,
        int approvers,
        Set<Integer> asked,
        boolean possible) {

    /** What became of a model. */
    public enum State {
        CANDIDATE,
        IN_USE,
        RETIRED,
        REJECTED
    }

    /**
     * One model.
     *
     * @param reason why it was switched to, or was not, in English for the record
     * @param usedFrom since when, or when last; null when it never was
     */
    public record Version(
            int id,
            Instant learnedAt,
            Instant dataFrom,
            Instant dataTo,
            int deliveries,
            State state,
            String reason,
            ModelComparison figures,
            @Nullable Instant usedFrom,
            @Nullable String usedBy) {

        /** The group that spoke against it; none for a good one. */
        public Optional<ModelComparison.Group> against() {
            return SwitchRule.against(figures);
        }

        /** True when it can be gone back to. */
        public boolean isFormer() {
            return state == State.RETIRED;
        }
    }

    /** How far a training is. */
    public enum Step {
        GATHERING,
        LEARNING,
        COMPARING
    }

    /** A training under way. */
    public record Progress(Step step, int deliveries, Instant since) {}

    /** How the last training since the start ended. */
    public enum Ended {
        SWITCHED,
        /** People decide whether it is used. */
        WAITING,
        REJECTED,
        TOO_FEW,
        FAILED
    }

    /** A candidate that waits for people. */
    public Optional<Version> waiting() {
        return versions.stream()
                .filter(v -> v.state() == State.CANDIDATE && asked.contains(v.id()))
                .findFirst();
    }

    /** The one in use. */
    public Optional<Version> inUse() {
        return versions.stream().filter(v -> v.state() == State.IN_USE).findFirst();
    }
}
