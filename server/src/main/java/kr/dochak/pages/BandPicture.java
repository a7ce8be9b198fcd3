package kr.dochak.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * A {@link PromiseBand} measured for drawing. Places along the axis are per cent of the width, so that one drawing
 * serves every screen while its letters keep their size.
 */
public record BandPicture(
        PromiseBand band,
        Words words,
        List<Row> rows,
        List<Tick> ticks,
        List<Spot> spots,
        @Nullable Line promised,
        @Nullable Line now) {

    /** One version: outer and inner stretch, each cut at the promise; {@code top} in pixels below the first row. */
    public record Row(
            int top,
            int height,
            String at,
            boolean current,
            List<Stretch> stretches,
            String mid,
            String why,
            String anchor) {}

    /** A piece of a band. */
    public record Stretch(String x, String width, boolean inner, boolean late) {}

    /** A line on the axis; every second one may be left out where it is narrow. */
    public record Tick(String x, String label, boolean day, String anchor) {}

    /** A vertical line with its words and the side on which they stand. */
    public record Line(String x, String label, String anchor) {}

    /** A mark; {@code lane} is −1 when its words have no room beside the others. */
    public record Spot(String x, PromiseBand.Mark mark, String anchor, int lane, String when) {}

    private static final int OLD_ROW = 30;
    private static final double LETTER = 1.5;

    /** Measures a band. */
    public static BandPicture of(PromiseBand band, Words words) {
        Scale scale = new Scale(band.from(), band.to());
        Locale locale = words.locale();
        List<Row> rows = new ArrayList<>();
        int count = band.versions().size();
        for (int i = 0; i < count; i++) {
            rows.add(row(band.versions().get(i), i * OLD_ROW, i == count - 1, band, scale, words));
        }
        Instant line = band.promised();
        Line promised = line == null
                ? null
                : new Line(
                        scale.x(line),
                        words.word("shared.band.promised", KoreanTime.moment(line, band.now(), locale)),
                        scale.anchor(line));
        boolean nowShown = !band.now().isBefore(band.from()) && !band.now().isAfter(band.to());
        Line now = nowShown
                ? new Line(scale.x(band.now()), words.word("shared.band.now"), besides(band.now(), line, scale))
                : null;
        return new BandPicture(band, words, rows, ticks(scale, words), spots(band, scale, words), promised, now);
    }

    /** On which side of the present its word has room: not where the promise stands close by. */
    private static String besides(Instant now, @Nullable Instant line, Scale scale) {
        double apart = line == null ? 1 : scale.share(line) - scale.share(now);
        if (Math.abs(apart) < 0.08 && scale.share(now) > 0.08) {
            return apart > 0 ? "end" : "start";
        }
        return scale.anchor(now);
    }

    /** The height of all rows in pixels. */
    public int rowsHeight() {
        Row last = rows.getLast();
        return last.top() + last.height();
    }

    /** A time of the table. */
    public String time(Instant at) {
        return KoreanTime.moment(at, band.now(), words.locale());
    }

    private static Row row(
            PromiseBand.Version v, int top, boolean current, PromiseBand band, Scale scale, Words words) {
        List<Stretch> stretches = new ArrayList<>();
        cut(v.p10(), v.p90(), false, band.promised(), scale, stretches);
        cut(v.p25(), v.p75(), true, band.promised(), scale, stretches);
        String label = KoreanTime.clock(v.at(), words.locale()) + (v.why().isEmpty() ? "" : " " + v.why());
        return new Row(
                current ? top + 4 : top,
                current ? 32 : 8,
                scale.x(v.at()),
                current,
                stretches,
                scale.x(v.p50()),
                label,
                scale.anchor(v.at()));
    }

    private static void cut(
            Instant from, Instant to, boolean inner, @Nullable Instant line, Scale scale, List<Stretch> into) {
        if (line == null || !line.isBefore(to)) {
            into.add(new Stretch(scale.x(from), scale.width(from, to), inner, false));
        } else if (!line.isAfter(from)) {
            into.add(new Stretch(scale.x(from), scale.width(from, to), inner, true));
        } else {
            into.add(new Stretch(scale.x(from), scale.width(from, line), inner, false));
            into.add(new Stretch(scale.x(line), scale.width(line, to), inner, true));
        }
    }

    private static List<Tick> ticks(Scale scale, Words words) {
        long hours = Duration.between(scale.from(), scale.to()).toHours();
        int step = hours <= 12 ? 2 : hours <= 30 ? 6 : hours <= 72 ? 12 : 24;
        LocalDateTime at = LocalDate.ofInstant(scale.from(), KoreanTime.SEOUL).atStartOfDay();
        List<Tick> ticks = new ArrayList<>();
        for (; !at.atZone(KoreanTime.SEOUL).toInstant().isAfter(scale.to()); at = at.plusHours(step)) {
            Instant moment = at.atZone(KoreanTime.SEOUL).toInstant();
            if (moment.isBefore(scale.from()) || scale.share(moment) > 0.97) {
                continue;
            }
            boolean day = at.getHour() == 0;
            String label = day
                    ? at.getDayOfMonth() + " " + KoreanTime.weekday(at.toLocalDate(), words.locale())
                    : words.english() ? "%d:00".formatted(at.getHour()) : at.getHour() + "시";
            ticks.add(new Tick(scale.x(moment), label, day, scale.share(moment) < 0.04 ? "start" : "middle"));
        }
        return ticks;
    }

    private static List<Spot> spots(PromiseBand band, Scale scale, Words words) {
        double[] free = {-1, -1};
        List<Spot> spots = new ArrayList<>();
        for (PromiseBand.Mark mark : band.marks()) {
            double x = scale.share(mark.at()) * 100;
            double width = mark.label().length() * LETTER + 1;
            boolean end = x + width > 100;
            double start = end ? x - width : x;
            int lane = start > free[0] ? 0 : start > free[1] ? 1 : -1;
            if (lane >= 0) {
                free[lane] = start + width;
            }
            String when = KoreanTime.moment(mark.at(), band.now(), words.locale());
            spots.add(new Spot(scale.x(mark.at()), mark, end ? "end" : "start", lane, when));
        }
        return spots;
    }

    private record Scale(Instant from, Instant to) {

        double share(Instant at) {
            double whole = Duration.between(from, to).toMillis();
            return Math.clamp(Duration.between(from, at).toMillis() / whole, 0, 1);
        }

        String x(Instant at) {
            return percent(share(at));
        }

        String width(Instant a, Instant b) {
            return percent(Math.max(0.002, share(b) - share(a)));
        }

        String anchor(Instant at) {
            return share(at) > 0.6 ? "end" : "start";
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.2f%%", share * 100);
        }
    }
}
