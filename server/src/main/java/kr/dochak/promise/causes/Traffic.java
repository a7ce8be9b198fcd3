package kr.dochak.promise.causes;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import kr.dochak.promise.causes.Situation.Kind;
import kr.dochak.shared.Area;
import kr.dochak.tracking.hubs.UsualTimes;
import org.jspecify.annotations.Nullable;

/** How many parcels are under way where, so that how many of them are late can be compared. */
record Traffic(List<Flow> flows, UsualTimes usual) {

    /**
     * Promises of about now, kept, late or open.
     *
     * @param night in which they set out, by the day before; null of what is not with its carrier yet
     * @param ofNight the same with those that were to come days ago
     */
    record Flow(
            long mall,
            String carrier,
            String origin,
            String destination,
            @Nullable LocalDate night,
            long promises,
            long ofNight) {}

    /** A depot has days with twice as much as on others, and of few parcels a handful is late by chance. */
    private static final double BUSY = 2;

    /** How many promises could be late by this. */
    double exposed(Factor factor) {
        double under = count(factor, flow -> isUnder(flow, factor));
        if (factor.kind() != Kind.HUB && factor.kind() != Kind.DEPOT) {
            return under;
        }
        double passing = usual.perDay(UsualTimes.Kind.STAY, factor.carrier(), factor.place());
        double most = factor.kind() == Kind.DEPOT ? BUSY * passing : passing;
        return passing == 0 ? under : Math.min(under, most);
    }

    /** How many could be late by the like, here and elsewhere: of a lane those of its night, of a depot those of its carrier. */
    double comparable(Factor factor) {
        return count(factor, flow -> switch (factor.kind()) {
            case LANE -> factor.night() == null || factor.night().equals(flow.night);
            case DEPOT -> flow.carrier.equals(factor.carrier());
            default -> true;
        });
    }

    private double count(Factor factor, Predicate<Flow> which) {
        return flows.stream()
                .filter(which)
                .mapToLong(factor.night() == null ? Flow::promises : Flow::ofNight)
                .sum();
    }

    private static boolean isUnder(Flow flow, Factor factor) {
        return switch (factor.kind()) {
            case CARRIER, HUB, DEPOT -> flow.carrier.equals(factor.carrier());
            case LANE ->
                flow.carrier.equals(factor.carrier())
                        && flow.destination.equals(factor.toward())
                        && (factor.night() == null || factor.night().equals(flow.night));
            case AREA -> Area.provinceOf(flow.destination).equals(factor.place());
            case CENTRE -> flow.mall == factor.mall() && flow.origin.equals(factor.place());
            case LINE -> false;
        };
    }

    /** Which share of a carrier's parcels passes these hubs on an ordinary day. */
    double shareOfHubs(String carrier, List<Factor> hubs) {
        double all = usual.perDay(UsualTimes.Kind.WAIT, carrier, "");
        double passing = hubs.stream()
                .mapToDouble(hub -> usual.perDay(UsualTimes.Kind.STAY, carrier, hub.place()))
                .sum();
        return all == 0 ? 0 : passing / all;
    }
}
