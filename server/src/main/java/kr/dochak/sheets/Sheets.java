package kr.dochak.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kr.dochak.shared.Problem;
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
     * The mapping of this name for {@code orders} or {@code shipments}; a problem lists the known ones when there is none.
     */
    public SheetMapping mapping(@Nullable String name, String of) {
        return mappings.named(name, of);
    }

    /** Opens a file through a mapping; a problem says what is wrong with the file as a whole. To be closed by the caller. */
    public Sheet open(Path file, SheetMapping mapping) {
        Lines lines = lines(file);
        try {
            return Sheet.open(lines, mapping);
        } catch (RuntimeException e) {
            try {
                lines.close();
            } catch (IOException | RuntimeException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    /** The content decides and not the name: files are often called what they are not. */
    private static Lines lines(Path file) {
        try {
            byte[] start = new byte[8];
            int count;
            try (InputStream in = Files.newInputStream(file)) {
                count = in.readNBytes(start, 0, start.length);
            }
            if (count >= 8 && ReadableWorkbook.isOLE2Header(start)) {
                throw Problem.invalid("file", "xls", "sheets.problem.xls");
            }
            return count >= 4 && ReadableWorkbook.isOOXMLZipHeader(start) ? XlsxLines.open(file) : CsvLines.open(file);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw Problem.invalid("file", "broken", "sheets.problem.broken");
        }
    }
}
