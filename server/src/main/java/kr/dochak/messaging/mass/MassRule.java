package kr.dochak.messaging.mass;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import kr.dochak.promise.reach.ChosenOrders.Standing;
import kr.dochak.shared.Seoul;

/** Who is told by one notice to many, and when it goes out (MSG-5). Pure. */
final class MassRule {

    /** Between the hours in which law forbids even wanted advertising, news that are not of one's own parcel can wait. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private static final LocalTime NIGHT = LocalTime.of(21, 0);

    private MassRule() {}

    /**
     * What is known of an order when it is its turn.
     *
     * @param chosen whether the choice still means it
     * @param present whether the vault knows its customer
     * @param before whether this notice has reached the customer, and {@code within} how many such notices did within a day
     */
    record Turn(boolean chosen, Standing standing, boolean present, boolean before, int within) {}

    static Optional<LeftOut> against(Turn turn, int mostInDay) {
        if (!turn.chosen()) {
            return Optional.of(
                    switch (turn.standing()) {
                        case DELIVERED -> LeftOut.DELIVERED;
                        case OVER -> LeftOut.OVER;
                        case UNDER_WAY -> LeftOut.OTHERWISE;
                    });
        }
        if (!turn.present()) {
            return Optional.of(LeftOut.ERASED);
        }
        if (turn.before()) {
            return Optional.of(LeftOut.SAME_CUSTOMER);
        }
        return turn.within() >= mostInDay ? Optional.of(LeftOut.ENOUGH) : Optional.empty();
    }

    /** Whether such notices go out at this hour. */
    static boolean isDay(Instant now) {
        LocalTime time = Seoul.timeOf(now);
        return !time.isBefore(MORNING) && time.isBefore(NIGHT);
    }

    /** How many others must agree. */
    static int votes(int orders, int secondFrom) {
        return orders >= secondFrom ? 2 : 1;
    }
}
