package kr.dochak.benefits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.shared.Won;

/** Which grants a use of points is taken from. */
final class Spending {

    private Spending() {}

    /** Takes from the front until the amount is reached; together they must hold enough. */
    static List<Movement> of(PointUse use, List<PointRepository.Remaining> spendable, Instant at) {
        List<Movement> taken = new ArrayList<>();
        Won open = use.amount();
        for (PointRepository.Remaining grant : spendable) {
            Won part = grant.points().compareTo(open) < 0 ? grant.points() : open;
            if (part.amount() > 0) {
                taken.add(movement(use, grant, part, at));
            }
            open = open.minusOrZero(part);
        }
        if (open.amount() > 0) {
            throw new IllegalArgumentException("not enough points for " + use.key());
        }
        return taken;
    }

    private static Movement movement(PointUse use, PointRepository.Remaining grant, Won part, Instant at) {
        return new Movement(
                Movement.Kind.USE,
                Movement.Unit.POINTS,
                grant.tenantId(),
                grant.personId(),
                grant.id(),
                part,
                use.orderId(),
                Warrant.of("포인트 사용", "customer"),
                at);
    }
}
