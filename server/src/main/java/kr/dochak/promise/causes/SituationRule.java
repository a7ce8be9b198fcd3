package kr.dochak.promise.causes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.promise.causes.CauseSettings.SituationSettings;
import kr.dochak.promise.causes.Situation.Kind;

/**
 * What explains most of what is late together (PRM-4). Pure.
 *
 * <p>What is more often late than elsewhere is taken, the largest first; what it explains explains nothing else. What stood a moment ago
 * goes on until hardly anything is late by it, so that a line does not come and go.
 */
final class SituationRule {

    private final Traffic traffic;
    private final Set<Factor> standing;
    private final SituationSettings settings;
    private final CauseSettings causes;

    SituationRule(Traffic traffic, Set<Factor> standing, CauseSettings settings) {
        this.traffic = traffic;
        this.standing = standing;
        this.settings = settings.situation();
        this.causes = settings;
    }

    /** The situations, each with the promises it explains, the largest first. */
    Map<Factor, List<LatePromise>> find(List<LatePromise> late) {
        Map<Factor, List<LatePromise>> candidates = candidates(late);
        Map<Factor, List<LatePromise>> found = new LinkedHashMap<>();
        List<Factor> byWeight = candidates.keySet().stream()
                .sorted(Comparator.comparing(
                                (Factor factor) -> at(factor, candidates).size())
                        .reversed()
                        .thenComparing(Factor::toString))
                .toList();
        for (boolean more = true; more; ) { // what was explained makes the rest plainer
            more = false;
            for (Factor factor : byWeight) {
                if (!found.containsKey(factor) && explains(factor, candidates, found)) {
                    found.put(factor, candidates.get(factor));
                    more = true;
                }
            }
        }
        return withCarriers(found, candidates);
    }

    private Map<Factor, List<LatePromise>> candidates(List<LatePromise> late) {
        Map<Factor, List<LatePromise>> candidates = new LinkedHashMap<>();
        for (LatePromise one : late) {
            Factor.of(one, causes)
                    .ifPresent(factor -> candidates
                            .computeIfAbsent(factor, unused -> new ArrayList<>())
                            .add(one));
        }
        return candidates;
    }

    private static List<LatePromise> at(Factor factor, Map<Factor, List<LatePromise>> candidates) {
        return candidates.getOrDefault(factor, List.of());
    }

    private boolean explains(
            Factor factor, Map<Factor, List<LatePromise>> candidates, Map<Factor, List<LatePromise>> found) {
        List<LatePromise> ones = at(factor, candidates);
        double expected = expected(factor, candidates, found);
        if (standing.contains(factor)) {
            return ones.size() >= settings.standing() && ones.size() >= expected;
        }
        int late = factor.kind() == Kind.AREA ? ofOneNight(ones) : ones.size();
        // a night that is long past has no figures any more
        boolean known = factor.night() == null || traffic.exposed(factor) > 0;
        double chance = factor.night() == null ? settings.chance() : settings.chanceOfNight();
        return known && isBeyond(late, settings.lift(), expected, chance);
    }

    /** Whether so many are late that it is more than what is expected and more than chance. */
    private boolean isBeyond(int late, double lift, double expected, double chance) {
        return late >= settings.least()
                && late >= lift * expected
                && tail(Math.max(settings.floor(), expected), late) < chance;
    }

    /** How many would be late there if it went as it goes elsewhere. */
    private double expected(
            Factor factor, Map<Factor, List<LatePromise>> candidates, Map<Factor, List<LatePromise>> found) {
        double late = 0;
        double explained = 0;
        for (Map.Entry<Factor, List<LatePromise>> other : candidates.entrySet()) {
            if (other.getKey().equals(factor) || !isAlike(factor, other.getKey())) {
                continue;
            }
            if (found.containsKey(other.getKey())) {
                explained += traffic.exposed(other.getKey());
            } else {
                late += other.getValue().size();
            }
        }
        double exposed = traffic.exposed(factor);
        double elsewhere = traffic.comparable(factor) - exposed - explained;
        double nights = factor.kind() == Kind.AREA ? settings.nights() : 1;
        return exposed * Math.max(ofItself(factor), late / Math.max(1, Math.max(exposed, elsewhere))) / nights;
    }

    /** A centre's promises are of three days, and it lacks people on one; a warning is told of its own account. */
    private double ofItself(Factor factor) {
        boolean told = factor.kind() == Kind.CENTRE || factor.kind() == Kind.AREA;
        return told ? settings.ofItselfTold() : settings.ofItself();
    }

    /** What a thing is compared with. */
    private static boolean isAlike(Factor factor, Factor other) {
        return switch (factor.kind()) {
            case LANE -> other.kind() == Kind.LANE && Objects.equals(factor.night(), other.night());
            case DEPOT -> other.kind() == Kind.DEPOT && other.carrier().equals(factor.carrier());
            default -> other.kind() == factor.kind();
        };
    }

    /** A truck leaves once and a storm comes once: so many as set out in the night from which most are late. */
    private static int ofOneNight(List<LatePromise> ones) {
        Map<LocalDate, Integer> nights = new HashMap<>();
        int most = 0;
        for (LatePromise one : ones) {
            LocalDate night = one.night();
            if (night != null) {
                most = Math.max(most, nights.merge(night, 1, Integer::sum));
            }
        }
        return most;
    }

    /** How likely chance makes so many or more where so many are expected (Poisson). */
    static double tail(double expected, int late) {
        double term = Math.exp(-expected);
        double below = 0;
        for (int n = 0; n < late; n++) {
            below += term;
            term *= expected / (n + 1);
        }
        return Math.max(0, 1 - below);
    }

    /** Where nearly all hubs of a carrier are behind, the carrier is; a hub that is far more so than the others has a jam of its own. */
    private Map<Factor, List<LatePromise>> withCarriers(
            Map<Factor, List<LatePromise>> found, Map<Factor, List<LatePromise>> candidates) {
        Map<String, List<Factor>> hubs = candidates.keySet().stream()
                .filter(factor -> factor.kind() == Kind.HUB)
                .collect(Collectors.groupingBy(Factor::carrier, LinkedHashMap::new, Collectors.toList()));
        Map<Factor, List<LatePromise>> all = new LinkedHashMap<>(found);
        hubs.forEach((carrier, ofCarrier) -> {
            List<Factor> raised = ofCarrier.stream().filter(found::containsKey).toList();
            if (isSlow(carrier, ofCarrier, raised, candidates)) {
                List<Factor> alike = ofCarrier.stream()
                        .filter(hub -> !isJammed(hub, ofCarrier, candidates))
                        .toList();
                alike.forEach(all::remove);
                all.put(
                        Factor.carrier(carrier),
                        alike.stream()
                                .flatMap(hub -> at(hub, candidates).stream())
                                .toList());
            }
        });
        return all;
    }

    /** Whether a hub of a slow carrier is more behind than the carrier explains. */
    private boolean isJammed(Factor hub, List<Factor> hubs, Map<Factor, List<LatePromise>> candidates) {
        double elsewhere = 0;
        double exposed = 0;
        for (Factor other : hubs) {
            if (!other.equals(hub)) {
                elsewhere += at(other, candidates).size();
                exposed += traffic.exposed(other);
            }
        }
        double expected = exposed == 0 ? 0 : traffic.exposed(hub) * elsewhere / exposed;
        int late = at(hub, candidates).size();
        return exposed > 0
                && (standing.contains(hub)
                        ? late >= settings.standing() && late >= (1 + settings.beyond()) / 2 * expected
                        : isBeyond(late, settings.beyond(), expected, settings.chance()));
    }

    private boolean isSlow(
            String carrier, List<Factor> hubs, List<Factor> raised, Map<Factor, List<LatePromise>> candidates) {
        if (standing.contains(Factor.carrier(carrier))) {
            return hubs.stream().mapToInt(hub -> at(hub, candidates).size()).sum() >= settings.standing();
        }
        return raised.size() > 1 && traffic.shareOfHubs(carrier, raised) >= settings.mostHubs();
    }
}
