package kr.dochak.benchmarks.causes;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the simulator did to its parcels.
 *
 * @param lost by tracking number
 */
record Truth(Map<String, Incident> incidents, Map<String, List<Loss>> lost) {

    /** What befell many at once; places are those of the simulator. */
    record Incident(String id, String kind, String carrier, String place, String toward, Instant from, Instant until) {

        /** What befalls the same place again within a day is the same thing: a centre that lacks people on two days. */
        private boolean continues(Incident earlier) {
            return kind.equals(earlier.kind)
                    && carrier.equals(earlier.carrier)
                    && place.equals(earlier.place)
                    && toward.equals(earlier.toward)
                    && !from.isAfter(earlier.until.plus(Duration.ofDays(1)));
        }

        private Incident until(Instant later) {
            return new Incident(id, kind, carrier, place, toward, from, later);
        }
    }

    /** Time lost at one step; {@code toward} is empty but between two places, {@code incident} for one parcel's own trouble. */
    record Loss(String cause, String place, String toward, String incident, Instant from, long minutes) {

        private Loss by(Instant moment) {
            return new Loss(
                    cause,
                    place,
                    toward,
                    incident,
                    from,
                    Math.min(minutes, Duration.between(from, moment).toMinutes()));
        }

        /** Nothing outweighs that a parcel is gone. */
        private boolean isFinal() {
            return cause.equals("LOST") || cause.equals("DAMAGED");
        }
    }

    /** Below an hour nothing was lost. */
    private static final long LEAST_MINUTES = 60;

    static Truth of(JsonNode json) {
        Map<String, Incident> incidents = new LinkedHashMap<>();
        Map<String, String> goesOn = new HashMap<>();
        for (JsonNode each : json.path("incidents")) {
            Incident incident = incident(each);
            Incident before = incidents.values().stream()
                    .filter(incident::continues)
                    .findFirst()
                    .orElse(null);
            goesOn.put(incident.id(), before == null ? incident.id() : before.id());
            incidents.put(goesOn.get(incident.id()), before == null ? incident : before.until(incident.until()));
        }
        Map<String, List<Loss>> lost = new HashMap<>();
        for (JsonNode parcel : json.path("parcels")) {
            List<Loss> losses = new ArrayList<>();
            for (JsonNode each : parcel.path("losses")) {
                losses.add(new Loss(
                        text(each, "cause"),
                        text(each, "place"),
                        text(each, "toward"),
                        goesOn.getOrDefault(text(each, "incident"), ""),
                        moment(each, "from"),
                        each.path("minutes").asLong()));
            }
            lost.put(text(parcel, "trackingNumber"), losses);
        }
        return new Truth(incidents, lost);
    }

    private static Incident incident(JsonNode each) {
        return new Incident(
                text(each, "id"),
                text(each, "kind"),
                text(each, "carrier"),
                text(each, "place"),
                text(each, "toward"),
                moment(each, "from"),
                moment(each, "until"));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static Instant moment(JsonNode node, String name) {
        return OffsetDateTime.parse(text(node, name)).toInstant();
    }

    /** Two losses of about the same length are both the cause. */
    private static final long ALIKE_MINUTES = 30;

    /** Where a parcel lost most, the first of equals first; empty where it lost nothing to speak of. */
    List<Loss> causes(String trackingNumber) {
        return most(lost.getOrDefault(trackingNumber, List.of()));
    }

    /** The same, as far as it was lost by a moment. */
    List<Loss> causesBy(String trackingNumber, Instant by) {
        return most(lost.getOrDefault(trackingNumber, List.of()).stream()
                .filter(loss -> loss.from().isBefore(by))
                .map(loss -> loss.by(by))
                .toList());
    }

    private static List<Loss> most(List<Loss> losses) {
        return losses.stream()
                .filter(loss -> loss.isFinal() || loss.minutes() >= LEAST_MINUTES)
                .max(Comparator.comparing(Loss::isFinal).thenComparing(Loss::minutes))
                .map(most -> losses.stream()
                        .filter(loss -> loss.isFinal() == most.isFinal())
                        .filter(loss -> loss.minutes() >= most.minutes() - ALIKE_MINUTES)
                        .sorted(Comparator.comparing(Loss::minutes).reversed())
                        .toList())
                .orElse(List.of());
    }
}
