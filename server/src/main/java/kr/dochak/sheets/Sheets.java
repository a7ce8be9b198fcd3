package kr.dochak.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.sheets.Lines.Line;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens files that people bring: the one bean of this module that others call. */
@Component
public class Sheets {

    private static final int BEGINNING = 2048;
    private static final int MOST_SHEETS = 10;

    private final SheetMappings mappings;

    Sheets(SheetMappings mappings) {
        this.mappings = mappings;
    }

    /** The mappings there are for rows of a kind, {@code orders} or {@code shipments}. */
    public List<SheetMapping> mappings(String of) {
        return List.copyOf(mappings.known(of).values());
    }

    /**
     * Opens a file through a mapping.
     *
     * @param mapping its name; an unknown one is answered with those that there are; without one the headings decide
     * @param of what the rows are, {@code orders} or {@code shipments}
     */
    public SheetAnswer open(Path file, @Nullable String mapping, String of) {
        Map<String, SheetMapping> known = mappings.known(of);
        String name = mapping == null ? "" : mapping.strip();
        boolean guess = name.isEmpty();
        SheetMapping wanted = guess ? null : known.get(name);
        if (!guess && wanted == null) {
            String names = String.join(", ", known.keySet());
            return new SheetAnswer.Unfit(new FieldError("mapping", "unknown", "sheets.problem.no-mapping", names));
        }
        try {
            return opened(file, wanted == null ? known.values() : List.of(wanted));
        } catch (UnfitFile e) {
            return new SheetAnswer.Unfit(e.why());
        } catch (IOException | RuntimeException e) {
            return new SheetAnswer.Unfit(new FieldError("file", "broken", "sheets.problem.broken"));
        }
    }

    /** Of a workbook, the first sheet that has the headings; notes and totals may stand on sheets before it. */
    private static SheetAnswer opened(Path file, Collection<SheetMapping> possible) throws IOException {
        int sheets = Math.min(sheets(file), MOST_SHEETS);
        UnfitFile first = null;
        for (int i = 0; i < sheets; i++) {
            Lines lines = lines(file, i);
            try {
                List<Line> beginning = Sheet.beginning(lines);
                SheetMapping fitting = fitting(beginning, possible);
                return new SheetAnswer.Opened(Sheet.open(lines, beginning, fitting), fitting);
            } catch (UnfitFile e) {
                close(lines, e);
                first = first == null ? e : first;
            } catch (RuntimeException e) {
                close(lines, e);
                throw e;
            }
        }
        throw first == null ? new UnfitFile("empty", "sheets.problem.empty") : first;
    }

    private static SheetMapping fitting(List<Line> beginning, Collection<SheetMapping> possible) throws UnfitFile {
        if (possible.size() == 1) {
            return possible.iterator().next();
        }
        record Fit(SheetMapping mapping, Headings headings) {}
        return possible.stream()
                .map(mapping -> new Fit(mapping, Objects.requireNonNull(Headings.in(beginning, mapping))))
                .filter(fit -> fit.headings().missing().isEmpty())
                .max(Comparator.comparing(fit -> fit.headings().columns().size()))
                .map(Fit::mapping)
                .orElseThrow(() -> new UnfitFile("no-mapping", "sheets.problem.unguessed"));
    }

    private static void close(Lines lines, Exception because) {
        try {
            lines.close();
        } catch (IOException | RuntimeException suppressed) {
            because.addSuppressed(suppressed);
        }
    }

    private static int sheets(Path file) throws IOException {
        return isWorkbook(beginning(file)) ? XlsxLines.count(file) : 1;
    }

    /** The content decides and not the name: files are often called what they are not. */
    private static Lines lines(Path file, int sheet) throws IOException {
        byte[] start = beginning(file);
        if (isWorkbook(start)) {
            return XlsxLines.open(file, sheet);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", "");
        if ((start.length >= 8 && ReadableWorkbook.isOLE2Header(Arrays.copyOf(start, 8)))
                || text.contains("urn:schemas-microsoft-com:office:spreadsheet\"")) {
            throw new UnfitFile("xls", "sheets.problem.xls");
        }
        return HtmlLines.isBegunBy(text) ? HtmlLines.open(file) : CsvLines.open(file);
    }

    private static boolean isWorkbook(byte[] start) {
        return start.length >= 4 && ReadableWorkbook.isOOXMLZipHeader(Arrays.copyOf(start, 4));
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BEGINNING);
        }
    }
}
