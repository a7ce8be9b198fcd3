package kr.dochak.promise.causes;

import java.time.Instant;
import kr.dochak.tracking.hubs.UsualTimes;
import kr.dochak.tracking.hubs.UsualTimes.Kind;
import kr.dochak.tracking.hubs.UsualTimes.Usual;

/** The habits of a carrier's places, as its scans showed them. */
record KnownHabits(UsualTimes usual, String carrier) implements Passages.Habits {

    @Override
    public boolean isDoor(String place, Instant came) {
        return usual.of(Kind.STAY, carrier, place, "", came).filter(Usual::door).isPresent();
    }

    @Override
    public boolean isPassed(String place, Instant came) {
        return usual.of(Kind.STAY, carrier, place, "", came).isEmpty()
                && usual.of(Kind.LEG, carrier, place, "", came).isPresent();
    }
}
