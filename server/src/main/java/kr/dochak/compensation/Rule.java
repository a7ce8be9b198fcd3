package kr.dochak.compensation;

import java.time.Duration;
import java.util.Optional;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the compensation policy (BEN-1).
 *
 * @param adds given besides the best rule, instead of competing with the others to be it
 */
public record Rule(String id, Condition condition, Gift gift, boolean adds) {

    /** When a rule is met. */
    public sealed interface Condition {

        /** Later than promised by at least this much; with {@code timedOnly} only where a slot of hours was promised. */
        record Late(Duration atLeast, boolean timedOnly) implements Condition {}

        /** The delay has this cause, however late it is. */
        record Caused(DelayCause cause) implements Condition {}
    }

    /** What a rule gives. */
    public sealed interface Gift {

        /** As many points. */
        record Points(Won points) implements Gift {}

        /** Points worth a share of the order. */
        record PointShare(int percent) implements Gift {}

        /** A coupon for a later order; its worth is taken to be its share of this order, up to the highest discount. */
        record Coupon(int percent, Won maxDiscount) implements Gift {}
    }

    /**
     * What is to be given now.
     *
     * @param value the points, or the coupon's highest discount
     * @param worth what counts when rules are compared and topped up
     */
    record Award(Rule rule, Kind kind, @Nullable Integer percent, Won value, Won worth) {}

    boolean isMetBy(RuleContext situation) {
        return switch (condition) {
            case Condition.Late late -> appliesTo(situation) && situation.late().compareTo(late.atLeast()) >= 0;
            case Condition.Caused caused -> caused.cause() == situation.cause();
        };
    }

    /** The lateness from which this rule would be met, if time alone can bring it there. */
    Optional<Duration> threshold(RuleContext situation) {
        return condition instanceof Condition.Late late && appliesTo(situation)
                ? Optional.of(late.atLeast())
                : Optional.empty();
    }

    Won worth(Won total) {
        return switch (gift) {
            case Gift.Points fixed -> fixed.points();
            case Gift.PointShare share -> total.percent(share.percent());
            case Gift.Coupon coupon -> min(total.percent(coupon.percent()), coupon.maxDiscount());
        };
    }

    /** What exceeds {@code got}: points are topped up, a coupon that is worth more is given in full; else nothing. */
    Optional<Award> above(Won got, Won total) {
        Won worth = worth(total);
        Won more = worth.minusOrZero(got);
        if (more.amount() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (gift) {
                    case Gift.Points fixed -> new Award(this, Kind.POINTS, null, more, more);
                    case Gift.PointShare share -> new Award(this, Kind.POINTS, share.percent(), more, more);
                    case Gift.Coupon coupon ->
                        new Award(this, Kind.COUPON, coupon.percent(), coupon.maxDiscount(), worth);
                });
    }

    private boolean appliesTo(RuleContext situation) {
        return !(condition instanceof Condition.Late late) || situation.timed() || !late.timedOnly();
    }

    private static Won min(Won a, Won b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
