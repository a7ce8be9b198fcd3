package kr.dochak.sheets;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text file with separators, in whatever encoding and with whatever separator the spreadsheet wrote it. */
final class CsvLines implements Lines {

    /** Those that fit alike are tried in this order. */
    private static final String SEPARATORS = ",\t;|";

    private static final int MOST_OF_A_CELL = 256 * 1024;
    private static final int MOST_OF_A_HEADING = 64 * 1024;
    /** What Korean Windows calls EUC-KR: Excel saves CSV in it. */
    private static final Charset MS949 = Charset.forName("x-windows-949");

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;

    private CsvLines(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
    }

    static CsvLines open(Path file) throws IOException {
        Charset charset = charset(file);
        char separator = separator(file, charset);
        return new CsvLines(CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(MOST_OF_A_CELL)
                .detectBomHeader(true)
                .ofCsvRecord(file, charset));
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Line next() {
        CsvRecord row = records.next();
        return new Line(
                row.getStartingLineNumber(),
                row.getFields().stream().map(SheetCell::of).toList());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static Charset charset(Path file) throws IOException {
        Charset marked = marked(file);
        List<Charset> possible = marked == null ? List.of(StandardCharsets.UTF_8, MS949) : List.of(marked);
        for (Charset charset : possible) {
            if (isReadable(file, charset)) {
                return charset;
            }
        }
        throw new UnfitFile("encoding", "sheets.problem.encoding");
    }

    /** What the mark at the start of the file says, if there is one. */
    private static @Nullable Charset marked(Path file) throws IOException {
        byte[] start = new byte[3];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(start, 0, 3);
        }
        return switch (HexFormat.of().formatHex(start)) {
            case "efbbbf" -> StandardCharsets.UTF_8;
            case String le when le.startsWith("fffe") -> StandardCharsets.UTF_16LE;
            case String be when be.startsWith("feff") -> StandardCharsets.UTF_16BE;
            default -> null;
        };
    }

    /** Whether the whole file is text in this encoding; a NUL is in no text. */
    private static boolean isReadable(Path file, Charset charset) throws IOException {
        CharBuffer chars = CharBuffer.allocate(64 * 1024);
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), strict(charset))) {
            while (reader.read(chars.clear()) >= 0) {
                if (hasNul(chars.flip())) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean hasNul(CharBuffer chars) {
        for (int i = 0; i < chars.limit(); i++) {
            if (chars.get(i) == 0) {
                return true;
            }
        }
        return false;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The separator that one of the first lines has most of: above the headings may stand a title or a note. */
    private static char separator(Path file, Charset charset) throws IOException {
        int[] most = new int[SEPARATORS.length()];
        int[] here = new int[SEPARATORS.length()];
        boolean quoted = false;
        try (Reader reader = Files.newBufferedReader(file, charset)) {
            int lines = 0;
            for (int i = 0, c = reader.read(); i < MOST_OF_A_HEADING && c >= 0; i++, c = reader.read()) {
                quoted = (c == '"') != quoted;
                int separator = quoted ? -1 : SEPARATORS.indexOf(c);
                if (separator >= 0) {
                    most[separator] = Math.max(most[separator], ++here[separator]);
                } else if (!quoted && c == '\n' && ++lines == Headings.LOOKED_THROUGH) {
                    break;
                } else if (!quoted && (c == '\n' || c == '\r')) {
                    Arrays.fill(here, 0);
                }
            }
        }
        int best = 0;
        for (int i = 1; i < most.length; i++) {
            best = most[i] > most[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }
}
