package kr.dochak.sheets;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text file with separators, in whatever encoding and with whatever separator the spreadsheet wrote it. */
final class CsvLines implements Lines {

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
        Encoding encoding = encoding(file);
        char separator = separator(file, encoding);
        return new CsvLines(CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(MOST_OF_A_CELL)
                .ofCsvRecord(reader(file, encoding)));
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Line next() {
        CsvRecord row = records.next();
        return new Line(row.getStartingLineNumber(), List.copyOf(row.getFields()));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private record Encoding(Charset charset, int mark) {}

    private static Encoding encoding(Path file) throws IOException {
        byte[] start = new byte[3];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(start, 0, 3);
        }
        if (start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return checked(file, new Encoding(StandardCharsets.UTF_8, 3));
        }
        if (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return checked(file, new Encoding(StandardCharsets.UTF_16LE, 2));
        }
        if (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return checked(file, new Encoding(StandardCharsets.UTF_16BE, 2));
        }
        Encoding utf8 = new Encoding(StandardCharsets.UTF_8, 0);
        return isReadable(file, utf8) ? utf8 : checked(file, new Encoding(MS949, 0));
    }

    private static Encoding checked(Path file, Encoding encoding) throws IOException {
        if (!isReadable(file, encoding)) {
            throw new UnfitFile("encoding", "sheets.problem.encoding");
        }
        return encoding;
    }

    /** Whether the whole file is text in this encoding; a NUL is in no text. */
    private static boolean isReadable(Path file, Encoding encoding) throws IOException {
        CharsetDecoder decoder = strict(encoding.charset());
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        CharBuffer chars = CharBuffer.allocate(64 * 1024);
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(encoding.mark());
            boolean end = false;
            while (!end) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = count < 0;
                bytes.position(bytes.position() + Math.max(0, count)).flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                if (result.isError() || hasNul(chars.flip())) {
                    return false;
                }
                chars.clear();
                bytes.compact();
            }
            return true;
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

    private static Reader reader(Path file, Encoding encoding) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(encoding.mark());
        return new BufferedReader(new InputStreamReader(in, encoding.charset()), 64 * 1024);
    }

    /** The separator of which the heading line has most. */
    private static char separator(Path file, Encoding encoding) throws IOException {
        int commas = 0;
        int tabs = 0;
        int semicolons = 0;
        boolean quoted = false;
        try (Reader reader = reader(file, encoding)) {
            for (int i = 0, c = reader.read(); i < MOST_OF_A_HEADING && c >= 0; i++, c = reader.read()) {
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && (c == '\n' || c == '\r')) {
                    break;
                } else if (!quoted) {
                    commas += c == ',' ? 1 : 0;
                    tabs += c == '\t' ? 1 : 0;
                    semicolons += c == ';' ? 1 : 0;
                }
            }
        }
        if (tabs > commas && tabs >= semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}
