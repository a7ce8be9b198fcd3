package kr.dochak.sheets;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a spreadsheet. A formula counts as the value that was last computed. */
final class XlsxLines implements Lines {

    private static final int MOST_COLUMNS = 300;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    private XlsxLines(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
    }

    static XlsxLines open(Path file) throws IOException {
        XlsxSize.check(file);
        ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        if (workbook.isDate1904()) {
            workbook.close();
            throw new UnfitFile("date-1904", "sheets.problem.date-1904");
        }
        return new XlsxLines(workbook);
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Line next() {
        Row row = rows.next();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            cells.add(row.hasCell(i) ? text(row.getCell(i)) : "");
        }
        return new Line(row.getRowNum(), cells);
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        String raw = cell.getType() == CellType.FORMULA ? cell.getRawValue() : null;
        if (cell.getType() == CellType.NUMBER) {
            return number(cell.asNumber());
        }
        if (raw == null) {
            return cell.getType() == CellType.FORMULA ? "" : cell.getText();
        }
        return raw.matches("-?\\d{1,20}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?") ? number(new BigDecimal(raw)) : raw;
    }

    private static String number(BigDecimal number) {
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
