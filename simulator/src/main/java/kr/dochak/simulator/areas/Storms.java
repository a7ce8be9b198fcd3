package kr.dochak.simulator.areas;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.simulator.carriers.Loss;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.carriers.Stage;
import kr.dochak.simulator.carriers.Step;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.korea.KoreanTime;
import kr.dochak.simulator.korea.Place;

/** All storms: some by the seed, some by hand. They hold up parcels whose last miles lie in their area. */
public final class Storms {

    private static final List<String> AREAS =
            Place.ALL.stream().map(Place::area).distinct().toList();

    private final long seed;
    private final double chance;
    private final List<Storm> storms = new ArrayList<>();

    /** @param chance of an area to have a storm on a day */
    public Storms(long seed, double chance) {
        this.seed = seed;
        this.chance = chance;
    }

    /** The storms of a day are announced in its afternoon and rage in the night after it. */
    public synchronized void befall(LocalDate day) {
        for (String area : AREAS) {
            Dice dice = Dice.of(seed, day, area, "storm");
            if (dice.chance(chance)) {
                LocalDateTime announced = day.atTime(13, 0).plusMinutes(dice.between(0, 300));
                LocalDateTime from = day.atTime(18, 0).plusMinutes(dice.between(0, 240));
                Peril peril = dice.pick(Peril.of(day.getMonthValue()));
                add(
                        area,
                        peril,
                        dice.chance(.5),
                        announced,
                        from,
                        from.plusHours(peril.isOnRoads() ? dice.between(2, 6) : dice.between(16, 26)));
            }
        }
    }

    /** A storm by hand, announced now. */
    public synchronized LocalDateTime brew(
            String area, Peril peril, boolean grave, LocalDateTime now, double startsIn, double hours) {
        if (!AREAS.contains(area)) {
            throw new IllegalArgumentException("area: " + String.join(", ", AREAS));
        }
        LocalDateTime from = now.plusSeconds((long) (startsIn * 3_600));
        LocalDateTime until = from.plusSeconds((long) (hours * 3_600));
        add(area, peril, grave, now, from, until);
        return until;
    }

    private void add(
            String area, Peril peril, boolean grave, LocalDateTime announced, LocalDateTime from, LocalDateTime until) {
        storms.add(new Storm(storms.size() + 1, area, peril, grave, announced, from, until));
    }

    /** Until when a parcel waits that wants to reach its local terminal, or leave it, in a storm. */
    public synchronized Optional<LocalDateTime> holding(Parcel parcel, LocalDateTime now) {
        Step step = parcel.next();
        if (step == null || (step.stage() != Stage.LOCAL_IN && step.stage() != Stage.OUT)) {
            return Optional.empty();
        }
        String area = parcel.order().recipient().place().area();
        return storms.stream()
                .filter(storm -> storm.area().equals(area) && storm.rages(now))
                .filter(storm -> Dice.of(seed, parcel.trackingNumber(), storm.number(), "held")
                        .chance(storm.peril().share(storm.grave())))
                .max(Comparator.comparing(Storm::until))
                .map(storm -> wait(parcel, storm, now));
    }

    private LocalDateTime wait(Parcel parcel, Storm storm, LocalDateTime now) {
        int queue = Dice.of(seed, parcel.trackingNumber(), "storm").between(20, 180);
        LocalDateTime until = storm.until().plusMinutes(queue);
        String cause = storm.peril().isOnRoads() ? "LINE_HAUL" : "WEATHER";
        parcel.lose(new Loss(cause, storm.area(), "", "storm-" + storm.number(), now, until));
        return until;
    }

    /** All of them, for who compares what was said with what was. */
    public synchronized List<Map<String, Object>> truth() {
        return storms.stream().map(Storm::json).toList();
    }

    /** What has been announced by now. */
    synchronized List<Storm> announced(LocalDateTime now) {
        return storms.stream()
                .filter(storm -> !storm.announced().isAfter(now))
                .sorted(Comparator.comparing(Storm::announced).thenComparing(Storm::number))
                .toList();
    }

    public Map<String, Object> json(LocalDateTime now) {
        Map<String, Object> json = new LinkedHashMap<>();
        announced(now).stream()
                .filter(storm -> now.isBefore(storm.until()))
                .forEach(storm -> json.put(
                        storm.area() + " " + storm.peril().title() + (storm.grave() ? "경보" : "주의보"),
                        KoreanTime.iso(storm.until())));
        return json;
    }
}
