package kr.dochak.promise.causes;

import java.time.Duration;
import java.util.List;
import kr.dochak.promise.causes.LostTime.Part;
import kr.dochak.tracking.hubs.UsualTimes.Usual;

/** What stands for the usual where nobody has learned anything of a place (PRM-4): so long that only a real stop counts. Pure. */
final class Unlearned {

    private Unlearned() {}

    /** @param door whether the place is a depot, as {@link #isDoor} finds it */
    static Usual usual(Part part, boolean toIsland, boolean door) {
        return switch (part) {
            case STAY -> new Usual(Duration.ofHours(3), Duration.ofHours(8), door);
            case TOUR -> new Usual(Duration.ofHours(5), Duration.ofHours(12), true);
            case LEG, WAIT, PREPARATION, AGAIN ->
                toIsland // a ferry goes once a day at most, and not on every day
                        ? new Usual(Duration.ofDays(2), Duration.ofDays(3), false)
                        : new Usual(Duration.ofHours(5), Duration.ofHours(10), false);
        };
    }

    /**
     * Whether a parcel waits for a driver where it stays. It has come there from elsewhere, and the place is no hub by its name, or is
     * called a terminal, as hubs and depots are, and the parcel has been at a hub before.
     */
    static boolean isDoor(List<Passage> passages, int index) {
        Passage passage = passages.get(index);
        List<Passage> before = passages.subList(0, index);
        return passage.part() == Part.STAY
                && before.stream().anyMatch(each -> each.part() == Part.LEG)
                && (!Hubs.mayBe(passage.place())
                        || (!Hubs.isOne(passage.place())
                                && before.stream().anyMatch(each -> Hubs.isOne(each.place()))));
    }
}
