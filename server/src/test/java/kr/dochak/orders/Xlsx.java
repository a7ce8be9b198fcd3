package kr.dochak.orders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Spreadsheets as programs write them, cell by cell, so that a test can write what no library would. */
final class Xlsx {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final StringBuilder rows = new StringBuilder();
    private final List<String> merges = new ArrayList<>();
    private int row;

    /** A cell that is a number. */
    static String number(Object number) {
        return "<c%s><v>" + number + "</v></c>";
    }

    /** A number that is shown as a date. */
    static String date(Object serial) {
        return "<c%s s=\"1\"><v>" + serial + "</v></c>";
    }

    /** A formula and what was last computed of it. */
    static String formula(String formula, String type, String value) {
        return "<c%s" + (type.isEmpty() ? "" : " t=\"" + type + "\"") + "><f>" + formula + "</f><v>" + value
                + "</v></c>";
    }

    /** An error without a formula. */
    static String error(String value) {
        return "<c%s t=\"e\"><v>" + value + "</v></c>";
    }

    /** A row; what does not begin as a cell is a text, and an empty text is no cell. */
    Xlsx row(String... cells) {
        row++;
        rows.append("<row r=\"").append(row).append("\">");
        for (int i = 0; i < cells.length; i++) {
            String at = " r=\"" + column(i) + row + "\"";
            if (cells[i].startsWith("<c%s")) {
                rows.append(cells[i].replace("%s", at));
            } else if (!cells[i].isEmpty()) {
                String text = cells[i].replace("&", "&amp;").replace("<", "&lt;");
                rows.append("<c").append(at).append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                rows.append(text).append("</t></is></c>");
            }
        }
        rows.append("</row>");
        return this;
    }

    Xlsx merge(String range) {
        merges.add(range);
        return this;
    }

    private static String column(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : column(index / 26 - 1) + (char) ('A' + index % 26);
    }

    byte[] file() {
        StringBuilder merged = new StringBuilder();
        merges.forEach(range -> merged.append("<mergeCell ref=\"").append(range).append("\"/>"));
        String sheet = "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>"
                + (merges.isEmpty() ? "" : "<mergeCells count=\"" + merges.size() + "\">" + merged + "</mergeCells>")
                + "</worksheet>";
        return zipped(sheet);
    }

    private static byte[] zipped(String sheet) {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + type + "styles+xml\"/></Types>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId1\" Type=\"" + OFFICE
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
                            + OFFICE
                            + "/styles\" Target=\"styles.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN
                            + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
                            + "<fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
                            + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                            + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/>"
                            + "</cellXfs></styleSheet>");
            put(zip, "xl/worksheets/sheet1.xml", sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
