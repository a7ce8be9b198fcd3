package kr.dochak.simulator.world;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Hub;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.carriers.Stage;
import kr.dochak.simulator.carriers.Step;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.korea.KoreanTime;

/** Jammed hubs and silent carriers, each until a moment; slow carriers until they are quick again. */
final class Obstacles {

    private static final double JAM_OF_A_NIGHT = 0.02;

    private final Map<Hub, LocalDateTime> jams = new EnumMap<>(Hub.class);
    private final Map<Carrier, LocalDateTime> silences = new EnumMap<>(Carrier.class);
    private final Map<Carrier, Double> slow = new EnumMap<>(Carrier.class);

    void jam(Hub hub, LocalDateTime until) {
        jams.merge(hub, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    void clear(Hub hub) {
        jams.remove(hub);
    }

    void silence(Carrier carrier, LocalDateTime until) {
        silences.put(carrier, until);
    }

    /** From now on this share of a carrier's parcels lies a night longer at the hub. */
    void slow(Carrier carrier, double share) {
        slow.put(carrier, share);
    }

    /** When a parcel that would take its next step at that moment takes it. */
    LocalDateTime slowed(Parcel parcel, LocalDateTime at, long seed) {
        Step step = parcel.next();
        boolean waits = step != null
                && step.stage() == Stage.HUB_OUT
                && Dice.of(seed, parcel.trackingNumber(), "slow").chance(slow.getOrDefault(parcel.carrier(), 0.0));
        return waits ? at.plusDays(1) : at;
    }

    Optional<LocalDateTime> silentUntil(Carrier carrier, LocalDateTime now) {
        return Optional.ofNullable(silences.get(carrier)).filter(now::isBefore);
    }

    Optional<LocalDateTime> jammedUntil(Hub hub, LocalDateTime now) {
        return Optional.ofNullable(jams.get(hub)).filter(now::isBefore);
    }

    /** A parcel that wants to leave a jammed hub dwells. */
    Optional<LocalDateTime> holding(Parcel parcel, LocalDateTime now) {
        Step step = parcel.next();
        if (step == null || step.stage() != Stage.HUB_OUT) {
            return Optional.empty();
        }
        return jammedUntil(Hub.ofTitle(step.place()), now);
    }

    /** Now and then a night goes wrong by itself. */
    void befall(Agenda agenda, long seed, LocalDate day) {
        for (Hub hub : Hub.values()) {
            Dice dice = Dice.of(seed, day, hub, "jam");
            if (dice.chance(JAM_OF_A_NIGHT)) {
                LocalDateTime begins = day.atTime(23, 0);
                agenda.at(begins, () -> jam(hub, begins.plusHours(dice.between(6, 13))));
            }
        }
    }

    Map<String, Object> json(LocalDateTime now) {
        Map<String, Object> hubs = new LinkedHashMap<>();
        jams.forEach(
                (hub, until) -> jammedUntil(hub, now).ifPresent(end -> hubs.put(hub.title(), KoreanTime.iso(end))));
        Map<String, Object> carriers = new LinkedHashMap<>();
        silences.forEach((carrier, until) ->
                silentUntil(carrier, now).ifPresent(end -> carriers.put(carrier.id(), KoreanTime.iso(end))));
        Map<String, Object> slowed = new LinkedHashMap<>();
        slow.forEach((carrier, share) -> slowed.put(carrier.id(), share));
        return Map.of("jams", hubs, "silences", carriers, "slow", slowed);
    }
}
