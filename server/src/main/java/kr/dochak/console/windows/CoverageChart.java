package kr.dochak.console.windows;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.console.LineChart;
import kr.dochak.console.LineChart.Series;
import kr.dochak.pages.Tone;
import kr.dochak.promise.accuracy.Coverage;
import kr.dochak.promise.accuracy.WeekCoverage;
import kr.dochak.shared.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * How windows held over the last weeks (PRM-2), all together or of one carrier, and each carrier beside the others.
 *
 * @param weeks the oldest first; weeks without a delivery among them
 * @param carriers the busiest first
 */
public record CoverageChart(List<Week> weeks, List<CarrierRow> carriers) {

    private static final double LOWEST = .5;

    /** A share of windows that held below this is less than was said, above the other the windows are wider than they need be. */
    private static final double HOLDS_FROM = .75;

    private static final double HOLDS_TO = .88;

    /** A single group holds fewer deliveries, so that chance alone takes it further off. */
    private static final double GROUP_HOLDS_FROM = .7;

    private static final double GROUP_HOLDS_TO = .9;

    /** A week by its Monday. */
    public record Week(LocalDate monday, Coverage held) {}

    /** A carrier in all these weeks, and how it went. */
    public record CarrierRow(CarrierId carrier, Coverage held, LineChart course) {}

    /** @param carrier whose weeks are drawn, or null for all */
    static CoverageChart of(List<WeekCoverage> figures, LocalDate firstMonday, int count, @Nullable CarrierId carrier) {
        List<LocalDate> mondays = Stream.iterate(firstMonday, day -> day.plusWeeks(1))
                .limit(count)
                .toList();
        Map<CarrierId, List<WeekCoverage>> byCarrier = figures.stream()
                .collect(Collectors.groupingBy(WeekCoverage::carrier, TreeMap::new, Collectors.toList()));
        List<CarrierRow> carriers = new ArrayList<>();
        byCarrier.forEach((name, weeks) ->
                carriers.add(new CarrierRow(name, sum(weeks), coverage(weeks(weeks, mondays), List.of()))));
        carriers.sort(Comparator.comparingLong((CarrierRow row) -> -row.held().judged()));
        List<WeekCoverage> drawn = carrier == null ? figures : byCarrier.getOrDefault(carrier, List.of());
        return new CoverageChart(weeks(drawn, mondays), List.copyOf(carriers));
    }

    private static List<Week> weeks(List<WeekCoverage> figures, List<LocalDate> mondays) {
        return mondays.stream()
                .map(monday -> new Week(
                        monday,
                        sum(figures.stream()
                                .filter(each -> each.monday().equals(monday))
                                .toList())))
                .toList();
    }

    private static Coverage sum(List<WeekCoverage> figures) {
        return figures.stream().map(WeekCoverage::held).reduce(Coverage.NOTHING, Coverage::plus);
    }

    /** All the weeks together. */
    public Coverage all() {
        return weeks.stream().map(Week::held).reduce(Coverage.NOTHING, Coverage::plus);
    }

    /** Whether all windows together hold as often as they should, as a colour. */
    public Tone tone() {
        double share = all().coverage();
        return share < HOLDS_FROM || share > HOLDS_TO ? Tone.AT_RISK : Tone.ON_TIME;
    }

    /** How a group's windows hold, as a colour: too seldom, or oftener than they need; neutral where that is fine. */
    public static Tone tone(Coverage held) {
        return held.judged() == 0 || (held.coverage() >= GROUP_HOLDS_FROM && held.coverage() <= GROUP_HOLDS_TO)
                ? Tone.NEUTRAL
                : held.coverage() < GROUP_HOLDS_FROM ? Tone.LATE : Tone.SILENT;
    }

    public boolean isEmpty() {
        return all().judged() == 0;
    }

    /** @param labels one for each week */
    public LineChart coverage(List<String> labels) {
        return coverage(weeks, labels);
    }

    private static LineChart coverage(List<Week> weeks, List<String> labels) {
        Series share = series("coverage", weeks, Coverage::coverage);
        List<String> names = labels.isEmpty() ? weeks.stream().map(week -> "").toList() : labels;
        return LineChart.of(List.of(share), names, LOWEST, 1, Coverage.AIM);
    }

    /** Width and error in hours. */
    public LineChart lengths(List<String> labels) {
        List<Series> both = List.of(
                series("width", weeks, held -> hours(held.width())),
                series("error", weeks, held -> hours(held.error())));
        double high = Math.max(6, Math.ceil(LineChart.greatest(both, 24) / 6) * 6);
        return LineChart.of(both, labels, 0, high, null);
    }

    private static double hours(Duration length) {
        return length.toMinutes() / 60.0;
    }

    private static Series series(String key, List<Week> weeks, java.util.function.ToDoubleFunction<Coverage> figure) {
        List<@Nullable Double> values = new ArrayList<>();
        for (Week week : weeks) {
            values.add(week.held().judged() == 0 ? null : figure.applyAsDouble(week.held()));
        }
        return new Series(key, values);
    }
}
