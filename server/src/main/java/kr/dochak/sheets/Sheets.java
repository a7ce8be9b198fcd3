package kr.dochak.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kr.dochak.shared.Problem.FieldError;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens files that people bring: the one bean of this module that others call. */
@Component
public class Sheets {

    private final SheetMappings mappings;

    Sheets(SheetMappings mappings) {
        this.mappings = mappings;
    }

    /**
     * Opens a file through a mapping.
     *
     * @param mapping its name; an unknown one is answered with those that there are
     * @param of what the rows are, {@code orders} or {@code shipments}
     */
    public SheetAnswer open(Path file, @Nullable String mapping, String of) {
        Map<String, SheetMapping> known = mappings.known(of);
        SheetMapping wanted = known.get(mapping == null ? "" : mapping.strip());
        if (wanted == null) {
            String names = String.join(", ", known.keySet());
            return new SheetAnswer.Unfit(new FieldError("mapping", "unknown", "sheets.problem.no-mapping", names));
        }
        try {
            return new SheetAnswer.Opened(opened(lines(file), wanted), wanted);
        } catch (UnfitFile e) {
            return new SheetAnswer.Unfit(e.why());
        }
    }

    private static Sheet opened(Lines lines, SheetMapping mapping) throws UnfitFile {
        try {
            return Sheet.open(lines, mapping);
        } catch (UnfitFile | RuntimeException e) {
            try {
                lines.close();
            } catch (IOException | RuntimeException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    /** The content decides and not the name: files are often called what they are not. */
    private static Lines lines(Path file) throws UnfitFile {
        try {
            byte[] start = new byte[8];
            int count;
            try (InputStream in = Files.newInputStream(file)) {
                count = in.readNBytes(start, 0, start.length);
            }
            if (count >= 8 && ReadableWorkbook.isOLE2Header(start)) {
                throw new UnfitFile("xls", "sheets.problem.xls");
            }
            return count >= 4 && ReadableWorkbook.isOOXMLZipHeader(start) ? XlsxLines.open(file) : CsvLines.open(file);
        } catch (UnfitFile e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnfitFile("broken", "sheets.problem.broken");
        }
    }
}
