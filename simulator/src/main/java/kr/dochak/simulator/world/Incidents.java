package kr.dochak.simulator.world;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Hub;
import kr.dochak.simulator.carriers.Loss;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.carriers.Route;
import kr.dochak.simulator.carriers.Stage;
import kr.dochak.simulator.carriers.Step;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.korea.Place;
import kr.dochak.simulator.malls.Centre;
import kr.dochak.simulator.world.Incident.Kind;

/**
 * Jams, slow carriers, short-staffed centres and lost trucks by seed, several at once if chance has it so. Nobody says why: scans
 * only come later. What each cost each parcel is kept with the parcel.
 */
final class Incidents {

    /** Shares of what befalls. A slow carrier is slow for days, so it begins more rarely, and not anew while it lasts. */
    private static final double JAMS = .3;

    private static final double SLOW = .1;
    private static final double SHORT = .25;
    private static final double TRUCKS = .35;

    private final long seed;
    private final double perDay;
    private final List<Incident> incidents = new ArrayList<>();

    /** @param perDay how many begin on a day, on average; with none the world has its own jams */
    Incidents(long seed, double perDay) {
        this.seed = seed;
        this.perDay = perDay;
    }

    boolean areOn() {
        return perDay > 0;
    }

    List<Incident> all() {
        return List.copyOf(incidents);
    }

    void befall(LocalDate day) {
        Dice dice = Dice.of(seed, day, "incidents");
        if (dice.chance(perDay * JAMS)) {
            incidents.add(jam(day, dice));
        }
        if (dice.chance(perDay * SLOW)) {
            Incident slow = slowCarrier(day, dice);
            if (incidents.stream().noneMatch(each -> each.isOf(slow) && each.lasts(slow.from()))) {
                incidents.add(slow);
            }
        }
        if (dice.chance(perDay * SHORT)) {
            incidents.add(shortStaff(day, dice));
        }
        if (dice.chance(perDay * TRUCKS)) {
            incidents.add(lostTruck(day, dice));
        }
    }

    private static Incident jam(LocalDate day, Dice dice) {
        Carrier carrier = dice.weighted(List.of(Carrier.values()), Carrier::share);
        Hub hub = dice.pick(carrier.hubs());
        LocalDateTime from = day.atTime(22, 0).plusMinutes(dice.between(0, 180));
        return new Incident(
                "jam-" + day, Kind.JAM, carrier, hub.title(), "", from, from.plusHours(dice.between(9, 20)), 1, 0);
    }

    private static Incident slowCarrier(LocalDate day, Dice dice) {
        Carrier carrier = dice.weighted(List.of(Carrier.values()), Carrier::share);
        LocalDateTime from = day.atTime(12, 0);
        double share = .3 + dice.fraction() * .3;
        return new Incident(
                "slow-" + day, Kind.SLOW_CARRIER, carrier, "", "", from, from.plusDays(dice.between(2, 4)), share, 24);
    }

    private static Incident shortStaff(LocalDate day, Dice dice) {
        Centre centre = dice.pick(List.of(Centre.values()));
        LocalDateTime from = day.atTime(8, 30);
        return new Incident(
                "short-" + day,
                Kind.SHORT_STAFF,
                null,
                centre.title(),
                "",
                from,
                from.plusHours(10),
                .8,
                dice.between(9, 15));
    }

    private static Incident lostTruck(LocalDate day, Dice dice) {
        Carrier carrier = dice.weighted(List.of(Carrier.values()), Carrier::share);
        Place to = dice.weighted(Place.ALL, place -> place.ferryDays() > 0 ? 0 : place.weight());
        LocalDateTime from = day.plusDays(1).atStartOfDay();
        return new Incident(
                "truck-" + day,
                Kind.LOST_TRUCK,
                carrier,
                Hub.sortingFor(carrier, to.area()).title(),
                Route.terminal(carrier, to.branch()),
                from,
                from.plusHours(7),
                1,
                dice.between(16, 40));
    }

    /** When a parcel that would take its next step at a moment takes it, planned from its last one. */
    LocalDateTime slowed(Parcel parcel, LocalDateTime now, LocalDateTime planned) {
        Step step = parcel.next();
        LocalDateTime at = planned;
        for (Incident incident : incidents) {
            if (step != null && incident.carrier() == parcel.carrier() && slows(incident, parcel, step, now)) {
                LocalDateTime later = at.plusHours(incident.hours());
                boolean between = incident.kind() == Kind.LOST_TRUCK;
                parcel.lose(new Loss(
                        between ? "LINE_HAUL" : "HUB_BACKLOG",
                        between ? parcel.lastPlace() : step.place(),
                        between ? step.place() : "",
                        incident.id(),
                        at,
                        later));
                at = later;
            }
        }
        return at;
    }

    private boolean slows(Incident incident, Parcel parcel, Step step, LocalDateTime now) {
        return switch (incident.kind()) {
            case SLOW_CARRIER -> step.stage() == Stage.HUB_OUT && incident.lasts(now) && hits(incident, parcel);
            case LOST_TRUCK ->
                step.stage() == Stage.LOCAL_IN
                        && parcel.lastPlace().equals(incident.place())
                        && step.place().equals(incident.toward())
                        && incident.lasts(now);
            default -> false;
        };
    }

    private boolean hits(Incident incident, Parcel parcel) {
        return Dice.of(seed, parcel.trackingNumber(), incident.id()).chance(incident.share());
    }

    /** Until when a parcel waits that wants to leave a jammed hub. */
    Optional<LocalDateTime> holding(Parcel parcel, LocalDateTime now) {
        Step step = parcel.next();
        if (step == null || step.stage() != Stage.HUB_OUT) {
            return Optional.empty();
        }
        return incidents.stream()
                .filter(each -> each.kind() == Kind.JAM
                        && each.lasts(now)
                        && each.place().equals(step.place()))
                .findFirst()
                .map(jam -> {
                    int queue =
                            Dice.of(seed, parcel.trackingNumber(), "backlog").between(10, 150);
                    LocalDateTime until = jam.until().plusMinutes(queue);
                    parcel.lose(new Loss("HUB_BACKLOG", step.place(), "", jam.id(), now, until));
                    return until;
                });
    }

    /** The work of a centre on an order, with the people it has. */
    Centre.Work staffed(Job job, Centre.Work work) {
        for (Incident incident : incidents) {
            boolean here = incident.kind() == Kind.SHORT_STAFF
                    && incident.place().equals(job.order().shipping().centre().title());
            if (here
                    && incident.lasts(work.picking())
                    && Dice.of(seed, job.order().orderNo(), incident.id()).chance(incident.share())) {
                Duration late = Duration.ofHours(incident.hours());
                Centre.Work later = new Centre.Work(
                        work.picking().plus(late),
                        work.packed().plus(late),
                        work.registered().plus(late));
                job.parcels()
                        .forEach(parcel -> parcel.lose(new Loss(
                                "PICKING",
                                job.order().shipping().centre().area(),
                                "",
                                incident.id(),
                                work.picking(),
                                later.picking())));
                return later;
            }
        }
        return work;
    }

    /** What a step's own trouble costs a parcel. */
    static void trouble(Parcel parcel, LocalDateTime usual, LocalDateTime planned) {
        Step step = parcel.next();
        if (step == null || step.trouble() == null || !planned.isAfter(usual)) {
            return;
        }
        boolean between = step.stage() == Stage.LOCAL_IN && !step.trouble().equals("MISSORTED");
        parcel.lose(new Loss(
                step.trouble(),
                step.trouble().equals("WEATHER")
                        ? parcel.order().recipient().place().area()
                        : step.stage() == Stage.LOCAL_IN ? parcel.lastPlace() : step.place(),
                between ? step.place() : "",
                null,
                usual,
                planned));
    }
}
