package kr.dochak.promise.models;

import java.util.Comparator;
import java.util.Optional;
import kr.dochak.promise.models.ModelComparison.Group;

/**
 * Whether windows come from a candidate from now on (PRM-5): not when it is worse than what is in use over all, and not when
 * it is much worse in a group large enough for that to be no accident.
 */
final class SwitchRule {

    static final int LARGE = 200;
    static final double MUCH = .1;

    private SwitchRule() {}

    /** The group in which a candidate is not good enough; none when it is to be used. */
    static Optional<Group> against(ModelComparison comparison) {
        if (comparison.overall().worse() > 0) {
            return Optional.of(comparison.overall());
        }
        return comparison.groups().stream()
                .filter(group -> group.candidate().windows() >= LARGE && group.worse() > MUCH)
                .max(Comparator.comparingDouble(Group::worse));
    }

    /** The decision as a sentence for the record. */
    static String reason(ModelComparison comparison) {
        return against(comparison)
                .map(group -> "%s: windows %.1f %% worse than before on %,d of them"
                        .formatted(
                                group.by() == ModelComparison.By.ALL ? "over all" : group.name(),
                                100 * group.worse(),
                                group.candidate().windows()))
                .orElseGet(() -> "windows %.1f %% better than before on %,d of them, in no large group much worse"
                        .formatted(
                                -100 * comparison.overall().worse(),
                                comparison.overall().candidate().windows()));
    }
}
