package kr.dochak.sheets;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import kr.dochak.sheets.SheetCell.Kind;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a spreadsheet. A formula counts as the value that was last computed; a merged cell counts in each of its rows,
 * since whoever reads the sheet sees it there.
 */
final class XlsxLines implements Lines {

    private static final int MOST_COLUMNS = 300;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?");
    /** What stands in a format between quotes or brackets, or behind a backslash, is shown as it is. */
    private static final Pattern AS_IT_IS = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.");

    private static final Pattern SHOWS_TIME = Pattern.compile("[ymdhs]|AM/PM|오전", Pattern.CASE_INSENSITIVE);

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final XlsxMerges merges;

    private XlsxLines(ReadableWorkbook workbook, Sheet sheet, XlsxMerges merges) throws IOException {
        this.workbook = workbook;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.merges = merges;
    }

    /** The sheets that people see, each opened when it is asked for. */
    static int count(Path file) throws IOException {
        XlsxSize.check(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            if (workbook.isDate1904()) {
                throw new UnfitFile("date-1904", "sheets.problem.date-1904");
            }
            return visible(workbook).size();
        }
    }

    static XlsxLines open(Path file, int index) throws IOException {
        ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(hasFormats(file), false));
        try {
            Sheet sheet = visible(workbook).get(index);
            return new XlsxLines(workbook, sheet, XlsxMerges.of(file, sheet.getId()));
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    /** Some programs write none; then no number is a date. */
    private static boolean hasFormats(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("xl/styles.xml") != null;
        }
    }

    private static List<Sheet> visible(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Line next() {
        Row row = rows.next();
        List<SheetCell> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            cells.add(row.hasCell(i) ? read(row.getCell(i)) : SheetCell.EMPTY);
        }
        return new Line(row.getRowNum(), merges.filled(row.getRowNum(), cells));
    }

    private static SheetCell read(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return SheetCell.EMPTY;
        }
        if (cell.getType() == CellType.NUMBER) {
            return number(cell.asNumber(), cell);
        }
        String raw = cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR ? cell.getRawValue() : null;
        if (cell.getType() == CellType.FORMULA
                && raw != null
                && NUMBER.matcher(raw).matches()) {
            return number(new BigDecimal(raw), cell);
        }
        if (raw == null) {
            return cell.getType() == CellType.FORMULA ? SheetCell.EMPTY : SheetCell.of(cell.getText());
        }
        return SheetCell.of(raw);
    }

    private static SheetCell number(BigDecimal number, Cell cell) {
        return new SheetCell(plain(number), isTime(cell) ? Kind.DATE : Kind.NUMBER);
    }

    private static boolean isTime(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && SHOWS_TIME.matcher(AS_IT_IS.matcher(format).replaceAll("")).find();
    }

    private static String plain(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > 40) {
            return number.toString();
        }
        BigDecimal plain = number.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
