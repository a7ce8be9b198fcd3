package kr.dochak.promise.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A candidate, what was in use, and the lane table, on deliveries that the candidate did not learn from (PRM-5). */
public record ModelComparison(Group overall, List<Group> groups) {

    /** What a group is made by. */
    public enum By {
        ALL,
        CARRIER,
        LANE
    }

    /**
     * The same deliveries, three times.
     *
     * @param name a carrier's code, or a lane as {@code 인천→서울}
     * @param former of the model that was in use; null when the lane table was
     */
    public record Group(
            By by,
            String name,
            WindowErrors candidate,
            @Nullable WindowErrors former,
            WindowErrors laneTable) {

        /** What windows came from before. */
        public WindowErrors before() {
            return former == null ? laneTable : former;
        }

        /** By which share the candidate is worse than what was in use; negative when it is better. */
        public double worse() {
            return before().loss() == 0 ? 0 : candidate.loss() / before().loss() - 1;
        }
    }
}
