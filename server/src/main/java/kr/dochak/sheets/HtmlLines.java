package kr.dochak.sheets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A table of HTML that calls itself {@code .xls}: what many back offices give when they are asked for a spreadsheet. */
final class HtmlLines implements Lines {

    /** Such a file is read as a whole. */
    private static final long MOST_BYTES = 24L * 1024 * 1024;

    private static final int MOST_COLUMNS = 300;
    private static final int MOST_ROWS_OF_A_CELL = 10_000;

    /** The value of a cell that reaches over rows, and how many more it reaches. */
    private record Reach(SheetCell value, int rows) {}

    private final Iterator<Line> lines;

    private HtmlLines(List<Line> lines) {
        this.lines = lines.iterator();
    }

    /** Whether a file begins as HTML does. */
    static boolean isBegunBy(String beginning) {
        String text = beginning.strip().toLowerCase(Locale.ROOT);
        return text.startsWith("<") && (text.contains("<table") || text.contains("<html") || text.contains("<meta"));
    }

    static HtmlLines open(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnfitFile("html-size", "sheets.problem.html-size");
        }
        return Jsoup.parse(file.toFile(), null).select("table").stream()
                .max(Comparator.comparingInt(table -> table.select("tr").size()))
                .map(table -> new HtmlLines(lines(table)))
                .orElseThrow(() -> new UnfitFile("broken", "sheets.problem.broken"));
    }

    private static List<Line> lines(Element table) {
        List<Line> lines = new ArrayList<>();
        Map<Integer, Reach> above = new HashMap<>();
        for (Element row : table.select("tr")) {
            List<SheetCell> cells = new ArrayList<>();
            for (Element cell : row.children()) {
                takeFromAbove(cells, above);
                place(cell, cells, above);
            }
            takeFromAbove(cells, above);
            lines.add(new Line(lines.size() + 1L, cells));
        }
        return lines;
    }

    /** A cell that reaches over several rows counts in each of them, as a merged one of a spreadsheet does. */
    private static void takeFromAbove(List<SheetCell> cells, Map<Integer, Reach> above) {
        for (Reach reach = above.get(cells.size()); reach != null; reach = above.get(cells.size())) {
            int column = cells.size();
            cells.add(reach.value());
            if (reach.rows() > 1) {
                above.put(column, new Reach(reach.value(), reach.rows() - 1));
            } else {
                above.remove(column);
            }
        }
    }

    private static void place(Element cell, List<SheetCell> cells, Map<Integer, Reach> above) {
        SheetCell value = SheetCell.of(cell.wholeText());
        int rows = span(cell, "rowspan", MOST_ROWS_OF_A_CELL);
        for (int i = span(cell, "colspan", MOST_COLUMNS); i > 0 && cells.size() < MOST_COLUMNS; i--) {
            if (rows > 1) {
                above.put(cells.size(), new Reach(value, rows - 1));
            }
            cells.add(value);
            value = SheetCell.EMPTY;
        }
    }

    private static int span(Element cell, String name, int most) {
        String written = cell.attr(name).strip();
        return written.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(written), 1, most) : 1;
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public Line next() {
        return lines.next();
    }

    @Override
    public void close() {
        // the file was read as a whole
    }
}
