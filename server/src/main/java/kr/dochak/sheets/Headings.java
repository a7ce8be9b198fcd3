package kr.dochak.sheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dochak.sheets.Lines.Line;
import kr.dochak.sheets.SheetMapping.Column;
import org.jspecify.annotations.Nullable;

/**
 * The line of a file that holds the headings, and which of its columns is which field.
 *
 * @param at the place of the line among those that were looked through
 * @param missing headings of fields that the mapping needs and the line lacks
 * @param twice headings that the mapping uses and that stand there more than once: nobody knows which is meant
 * @param unused headings that look like known ones, or like money or a state, and are not used
 */
record Headings(int at, List<Placed> columns, List<String> missing, List<String> twice, List<String> unused) {

    /** Titles, notes and filters stand above the headings; more than this is another kind of file. */
    static final int LOOKED_THROUGH = 20;

    private static final int MOST_UNUSED = 30;

    /** A column of the file and the field it fills. */
    record Placed(int index, Column column, String heading) {}

    /** The line that fits best; the first of those that fit alike. */
    static @Nullable Headings in(List<Line> lines, SheetMapping mapping) {
        return IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isEmpty())
                .mapToObj(i -> of(i, lines.get(i), mapping))
                .min(Comparator.comparing((Headings found) -> found.missing().size())
                        .thenComparing(found -> -found.columns().size()))
                .orElse(null);
    }

    private static Headings of(int at, Line line, SheetMapping mapping) {
        List<String> written = line.cells().stream().map(SheetCell::text).toList();
        List<Placed> placed = new ArrayList<>();
        Set<String> twice = new HashSet<>();
        for (Column column : mapping.columns()) {
            List<Integer> found = found(column, written);
            if (!found.isEmpty()) {
                placed.add(new Placed(found.getFirst(), column, written.get(found.getFirst())));
            }
            if (found.size() > 1) {
                twice.add(written.get(found.getFirst()));
            }
        }
        return new Headings(at, placed, missing(mapping, placed), List.copyOf(twice), unused(mapping, written, placed));
    }

    /** The first of the column's headings that is there, as it stands or at least without its marks. */
    private static List<Integer> found(Column column, List<String> written) {
        for (UnaryOperator<String> reading : List.<UnaryOperator<String>>of(HeadingText::exact, HeadingText::loose)) {
            for (String heading : column.headings()) {
                String wanted = reading.apply(heading);
                List<Integer> found = IntStream.range(0, written.size())
                        .filter(i -> reading.apply(written.get(i)).equals(wanted))
                        .boxed()
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static List<String> missing(SheetMapping mapping, List<Placed> placed) {
        Set<String> filled = new HashSet<>();
        placed.forEach(each -> filled.add(each.column().field()));
        return mapping.columns().stream()
                .filter(column -> column.required() && !filled.contains(column.field()))
                .filter(column -> !mapping.isFilledOtherwise(column.field(), filled))
                .map(column -> column.headings().getFirst())
                .toList();
    }

    private static List<String> unused(SheetMapping mapping, List<String> written, List<Placed> placed) {
        Set<Integer> used = new HashSet<>();
        placed.forEach(each -> used.add(each.index()));
        Set<String> known = bases(mapping.columns().stream().flatMap(column -> column.headings().stream()));
        Set<String> ignored = new HashSet<>();
        mapping.ignored().forEach(heading -> ignored.add(HeadingText.exact(heading)));
        return IntStream.range(0, written.size())
                .filter(i -> !used.contains(i))
                .mapToObj(written::get)
                .filter(heading -> !ignored.contains(HeadingText.exact(heading)))
                .filter(heading -> known.contains(HeadingText.base(heading)) || isWatched(heading, mapping))
                .distinct()
                .limit(MOST_UNUSED)
                .toList();
    }

    private static Set<String> bases(Stream<String> headings) {
        Set<String> bases = new HashSet<>();
        headings.map(HeadingText::base).filter(base -> !base.isEmpty()).forEach(bases::add);
        return bases;
    }

    private static boolean isWatched(String heading, SheetMapping mapping) {
        String base = HeadingText.exact(heading);
        return mapping.watched().stream().map(HeadingText::exact).anyMatch(base::contains);
    }
}
