package kr.dochak.promise.areas;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dochak.promise.areas.AreaWay.Leg;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.shared.Area;
import org.jspecify.annotations.Nullable;

/**
 * Warnings and what they cost, as they were read; immutable. A scan asks it, so what costs nothing is not even looked at.
 */
final class KnownWarnings {

    /** Nothing that was over so long ago was met by a parcel that is still under way. */
    private static final Duration RECENT = Duration.ofDays(10);

    /** A warning that nobody lifts ended without a report; it no longer counts after so many days. */
    private static final int MOST_DAYS = 60;

    /** A province on one day since 1970, in UTC: finding what stood at a moment must not mean reading half a year. */
    private record Day(String province, long day) {

        private static long of(Instant moment) {
            return Math.floorDiv(moment.getEpochSecond(), 86_400L);
        }
    }

    private record EffectKey(AreaKind kind, AreaLevel level, Leg leg) {}

    private final Map<EffectKey, AreaEffect> effects = new HashMap<>();
    private final Map<Day, List<AreaWarning>> days = new HashMap<>();
    private final Map<String, List<AreaWarning>> recent = new HashMap<>();
    private final Map<String, List<AreaWarning>> costly = new HashMap<>();

    KnownWarnings(List<AreaWarning> warnings, List<AreaEffect> effects, Instant now) {
        effects.forEach(effect -> this.effects.put(new EffectKey(effect.kind(), effect.level(), effect.leg()), effect));
        for (AreaWarning warning : warnings) {
            addToDays(warning, now);
            if (warning.end().isAfter(now.minus(RECENT))) {
                add(recent, warning);
                if (costs(warning)) {
                    add(costly, warning);
                }
            }
        }
    }

    private void addToDays(AreaWarning warning, Instant now) {
        long first = Day.of(warning.knownAt());
        Instant end = warning.end().isBefore(now) ? warning.end() : now.plus(Duration.ofDays(MOST_DAYS));
        for (long day = first; day <= Math.min(first + MOST_DAYS, Day.of(end)); day++) {
            days.computeIfAbsent(new Day(warning.province(), day), unused -> new ArrayList<>())
                    .add(warning);
        }
    }

    private static void add(Map<String, List<AreaWarning>> map, AreaWarning warning) {
        map.computeIfAbsent(warning.province(), province -> new ArrayList<>()).add(warning);
    }

    private boolean costs(AreaWarning warning) {
        return Stream.of(Leg.values())
                .anyMatch(leg -> effect(warning.kind(), warning.level(), leg)
                        .flatMap(AreaEffect::extra)
                        .isPresent());
    }

    Optional<AreaEffect> effect(AreaKind kind, AreaLevel level, Leg leg) {
        return Optional.ofNullable(effects.get(new EffectKey(kind, level, leg)));
    }

    /**
     * The worst of them and not their sum: each was learned from days on which others stood as well. A province in which a
     * way begins counts until it was left, that in which it ends to the last.
     */
    Optional<AreaExtra> extra(AreaWay way) {
        if (costly.isEmpty()) {
            return Optional.empty();
        }
        return touching(costly, way.from(), way.to())
                .filter(warning -> warning.holdsWithin(way.since(), way.until()))
                .flatMap(warning -> extra(warning, way).stream())
                .max(Comparator.comparing(AreaExtra::time));
    }

    private Optional<AreaExtra> extra(AreaWarning warning, AreaWay way) {
        return effect(warning.kind(), warning.level(), way.leg())
                .filter(effect -> way.model() == null || !way.model().counted(warning, effect))
                .flatMap(effect -> effect.extra()
                        .map(time -> new AreaExtra(
                                warning.kind(), warning.level(), warning.province(), time, effect.deliveries())));
    }

    /**
     * What stood in a province at some moment of a time, the gravest first: only what is known to hold trucks up, by its kind or by
     * what was learned. A dry fortnight explains nothing.
     */
    Optional<AreaKind> slowing(String province, Instant since, Instant until) {
        return recent.getOrDefault(province, List.of()).stream()
                .filter(warning -> warning.kind().slowsTrucks() || costs(warning))
                .filter(warning -> !warning.knownAt().isAfter(until) && warning.holdsWithin(since, until))
                .max(Comparator.comparing(AreaWarning::level))
                .map(AreaWarning::kind);
    }

    List<String> metBy(@Nullable String from, String to, Instant since, Instant until) {
        return touching(recent, from, to)
                .filter(warning -> warning.holdsWithin(since, until))
                .map(AreaWarning::key)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<AreaWarning> touching(
            Map<String, List<AreaWarning>> warnings, @Nullable String from, String to) {
        String end = Area.provinceOf(to);
        String begin = from == null ? end : Area.provinceOf(from);
        Stream<AreaWarning> atEnd = warnings.getOrDefault(end, List.of()).stream();
        return begin.equals(end) ? atEnd : Stream.concat(warnings.getOrDefault(begin, List.of()).stream(), atEnd);
    }

    /** Those of a province that stood at a moment, by what was known then and nothing later. */
    Stream<AreaWarning> stoodAt(String province, Instant at) {
        return days.getOrDefault(new Day(province, Day.of(at)), List.of()).stream()
                .filter(warning -> warning.stoodAt(at));
    }
}
