package kr.dochak.promise.areas;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kr.dochak.promise.areas.feeds.AreaKind.Signal;
import kr.dochak.promise.areas.feeds.Provinces;
import kr.dochak.promise.learning.features.AreaSignals;
import kr.dochak.shared.Area;

/**
 * Warnings as models see them: for where a way begins, where it ends and what lies between, how grave the gravest of each
 * sort is (0 for none); of what happens on roads, how much does.
 */
final class WarningSignals implements AreaSignals {

    private static final List<String> PLACES = List.of("from", "between", "to");

    private final Supplier<KnownWarnings> known;

    WarningSignals(Supplier<KnownWarnings> known) {
        this.known = known;
    }

    @Override
    public List<String> names() {
        return PLACES.stream()
                .flatMap(place -> Stream.of(Signal.values()).map(signal -> place + " " + signal))
                .toList();
    }

    @Override
    public List<Double> known(String from, String to, Instant at) {
        KnownWarnings warnings = known.get();
        List<Double> values = new ArrayList<>();
        String begin = Area.provinceOf(from);
        String end = Area.provinceOf(to);
        for (Collection<String> provinces : List.of(Set.of(begin), Provinces.between(begin, end), Set.of(end))) {
            double[] signals = new double[Signal.values().length];
            provinces.stream()
                    .flatMap(province -> warnings.stoodAt(province, at))
                    .forEach(warning -> add(signals, warning));
            for (double signal : signals) {
                values.add(signal);
            }
        }
        return values;
    }

    private static void add(double[] signals, AreaWarning warning) {
        int place = warning.kind().signal().ordinal();
        double grave = warning.level().ordinal() + 1;
        signals[place] =
                warning.kind().signal() == Signal.TRAFFIC ? signals[place] + grave : Math.max(signals[place], grave);
    }
}
