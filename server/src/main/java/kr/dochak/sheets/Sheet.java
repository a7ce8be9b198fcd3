package kr.dochak.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.sheets.Headings.Placed;
import kr.dochak.sheets.Lines.Line;
import org.jspecify.annotations.Nullable;

/**
 * A file being read through a mapping, one row at a time, without empty rows and repeated headings. It ends early where
 * the rest of the file is {@link #broken}; what was read before stands.
 */
public final class Sheet implements Iterator<SheetRow>, Closeable {

    private final Lines lines;
    private final Deque<Line> looked;
    private final Headings headings;
    private final SheetReading reading;
    private @Nullable SheetRow next;
    private @Nullable FieldError broken;

    private Sheet(Lines lines, Deque<Line> looked, Headings headings, SheetMapping mapping) {
        this.lines = lines;
        this.looked = looked;
        this.headings = headings;
        this.reading = new SheetReading(mapping);
    }

    /** The first lines, among which the headings are; they are not read again. */
    static List<Line> beginning(Lines lines) throws UnfitFile {
        List<Line> first = new ArrayList<>();
        while (first.size() < Headings.LOOKED_THROUGH) {
            Line line = line(lines);
            if (line == null) {
                break;
            }
            if (!line.isEmpty()) {
                first.add(line);
            }
        }
        if (first.isEmpty()) {
            throw new UnfitFile("empty", "sheets.problem.empty");
        }
        return first;
    }

    /** Finds the headings and reads the first row: without them there is nothing to import. */
    static Sheet open(Lines lines, List<Line> beginning, SheetMapping mapping) throws UnfitFile {
        Headings headings = Headings.in(beginning, mapping);
        if (headings == null || !headings.missing().isEmpty()) {
            throw new UnfitFile(
                    "columns", "sheets.problem.columns", headings == null ? "" : String.join(", ", headings.missing()));
        }
        if (!headings.twice().isEmpty()) {
            throw new UnfitFile("heading-twice", "sheets.problem.heading-twice", String.join(", ", headings.twice()));
        }
        Deque<Line> looked = new ArrayDeque<>(beginning.subList(headings.at() + 1, beginning.size()));
        Sheet sheet = new Sheet(lines, looked, headings, mapping);
        sheet.advance();
        if (sheet.next == null) {
            throw sheet.broken == null ? new UnfitFile("no-rows", "sheets.problem.no-rows") : cutOff();
        }
        return sheet;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public SheetRow next() {
        SheetRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        advance();
        return row;
    }

    /** What is wrong with the rest of the file, once there are no more rows. The last rows may belong to more that is lost. */
    public Optional<FieldError> broken() {
        return Optional.ofNullable(broken);
    }

    /** Headings that look like known ones, or like money or a state, and are not used. */
    public List<String> unused() {
        return headings.unused();
    }

    /** The fields that this file fills, in the order of the mapping. */
    public List<String> fields() {
        return headings.columns().stream().map(each -> each.column().field()).toList();
    }

    /** The heading of a field as it stands in this file. */
    public Optional<String> heading(String field) {
        return headings.columns().stream()
                .filter(each -> each.column().field().equals(field))
                .map(Placed::heading)
                .findFirst();
    }

    private void advance() {
        next = null;
        try {
            for (Line line = following(); line != null; line = following()) {
                SheetRow row = reading.row(line, headings.columns());
                boolean empty = row.values().isEmpty() && row.errors().isEmpty();
                if (!empty && !isHeadingAgain(line)) {
                    next = row;
                    return;
                }
            }
        } catch (UnfitFile e) {
            broken = e.why();
        }
    }

    private @Nullable Line following() throws UnfitFile {
        Line line = looked.poll();
        return line == null ? line(lines) : line;
    }

    /** Files that were put one below the other have their headings between the rows. */
    private boolean isHeadingAgain(Line line) {
        return headings.columns().stream()
                .allMatch(each -> line.cell(each.index()).text().equals(each.heading()));
    }

    /** The libraries throw many things at a broken file; for us it is one. */
    private static @Nullable Line line(Lines lines) throws UnfitFile {
        try {
            return lines.hasNext() ? lines.next() : null;
        } catch (RuntimeException e) {
            throw cutOff();
        }
    }

    private static UnfitFile cutOff() {
        return new UnfitFile("broken", "sheets.problem.cut-off");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
