package kr.dochak.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A few lines over one axis, as places in a picture {@link #HEIGHT} high and as wide as its page. Public, since templates
 * draw it.
 *
 * @param marks what stands under the axis
 * @param guide how high the line of the aim is, or null without one
 * @param high what the top stands for, and {@code low} the bottom
 */
public record LineChart(
        List<Line> lines, List<Mark> marks, @Nullable Integer guide, double high, double low) {

    public static final int HEIGHT = 150;

    private static final int TOP = 8;
    private static final double LEFT = 9;
    private static final double WIDTH = 87;

    /** @param key its name in words and styles; a dot is null where there is no value */
    public record Line(String key, List<@Nullable Dot> dots) {}

    /** @param x in per cent, {@code y} in pixels */
    public record Dot(String x, int y, double value) {}

    public record Mark(String x, String label) {}

    /** Values of one line from left to right; a missing one leaves a gap. */
    public record Series(String key, List<@Nullable Double> values) {}

    /** Values at equal distances. */
    public static LineChart of(
            List<Series> series, List<String> labels, double low, double high, @Nullable Double aim) {
        int gaps = Math.max(1, labels.size() - 1);
        List<Double> places = IntStream.range(0, labels.size())
                .mapToObj(i -> (double) i / gaps)
                .toList();
        return of(series, labels, places, low, high, aim);
    }

    /** @param labels one for each value; an empty one is not drawn; {@code places} from 0 at the left to 1 at the right */
    public static LineChart of(
            List<Series> series,
            List<String> labels,
            List<Double> places,
            double low,
            double high,
            @Nullable Double aim) {
        int count = labels.size();
        List<Line> lines = new ArrayList<>();
        for (Series each : series) {
            List<@Nullable Dot> dots = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Double value = each.values().get(i);
                dots.add(value == null ? null : new Dot(x(places.get(i)), y(value, low, high), value));
            }
            lines.add(new Line(each.key(), dots));
        }
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!labels.get(i).isEmpty()) {
                marks.add(new Mark(x(places.get(i)), labels.get(i)));
            }
        }
        return new LineChart(lines, marks, aim == null ? null : y(aim, low, high), high, low);
    }

    /** The greatest value of all, or {@code otherwise} without any. */
    public static double greatest(List<Series> series, double otherwise) {
        return series.stream()
                .flatMap(each -> each.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(otherwise);
    }

    private static String x(double share) {
        return String.format(Locale.ROOT, "%.2f%%", LEFT + WIDTH * share);
    }

    private static int y(double value, double low, double high) {
        double share = high > low ? Math.clamp((value - low) / (high - low), 0, 1) : 0;
        return (int) Math.round(TOP + (HEIGHT - TOP) * (1 - share));
    }
}
