package kr.dochak.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The merged cells of a sheet, downwards: the value stands in the first row only, and belongs to all of them. They are
 * written at the end of a sheet, so they are looked for before its rows are read.
 */
final class XlsxMerges {

    private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\s[^>]*>");
    private static final Pattern MERGED = Pattern.compile("<(?:\\w+:)?mergeCell\\s[^>]*>");
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):[A-Z]{1,3}(\\d{1,7})");
    /** Longer than any tag that is looked for, so that none is lost between two pieces. */
    private static final int TAIL = 200;

    private static final int PIECE = 64 * 1024;
    private static final int MOST_RELATIONS = 1024 * 1024;

    /** The value of a merged cell, and the last row that it stands for. */
    private record Held(SheetCell value, int last) {}

    /** The last row by column and first row. */
    private final Map<Integer, Map<Integer, Integer>> merged = new HashMap<>();

    private final Map<Integer, Held> held = new HashMap<>();

    private XlsxMerges() {}

    /** Nothing is merged where the workbook does not say where its sheet is. */
    static XlsxMerges of(Path file, String relation) throws IOException {
        XlsxMerges merges = new XlsxMerges();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = sheet(zip, relation);
            if (entry != null) {
                try (InputStream in = zip.getInputStream(entry)) {
                    merges.find(in);
                }
            }
        }
        return merges;
    }

    private static @Nullable ZipEntry sheet(ZipFile zip, String relation) throws IOException {
        ZipEntry relations = zip.getEntry("xl/_rels/workbook.xml.rels");
        if (relations == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(relations)) {
            String xml = new String(in.readNBytes(MOST_RELATIONS), StandardCharsets.UTF_8);
            return RELATION.matcher(xml)
                    .results()
                    .map(found -> found.group())
                    .filter(tag -> relation.equals(attribute(tag, "Id")))
                    .map(tag -> String.valueOf(attribute(tag, "Target")))
                    .map(target -> zip.getEntry(target.startsWith("/") ? target.substring(1) : "xl/" + target))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static @Nullable String attribute(String tag, String name) {
        Matcher found =
                Pattern.compile("\\s" + name + "\\s*=\\s*[\"']([^\"']*)[\"']").matcher(tag);
        return found.find() ? found.group(1) : null;
    }

    private void find(InputStream in) throws IOException {
        byte[] piece = new byte[PIECE];
        String before = "";
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            String text = before + new String(piece, 0, count, StandardCharsets.ISO_8859_1);
            MERGED.matcher(text).results().forEach(found -> remember(String.valueOf(attribute(found.group(), "ref"))));
            before = text.substring(Math.max(0, text.length() - TAIL));
        }
    }

    private void remember(String range) {
        Matcher found = RANGE.matcher(range);
        if (found.matches()) {
            int first = Integer.parseInt(found.group(2));
            int last = Integer.parseInt(found.group(3));
            if (last > first) {
                merged.computeIfAbsent(column(found.group(1)), unused -> new HashMap<>())
                        .put(first, last);
            }
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    /** The cells of a row, with the values that stand above it and belong to it too. Rows are asked for in their order. */
    List<SheetCell> filled(int row, List<SheetCell> cells) {
        if (merged.isEmpty()) {
            return cells;
        }
        List<SheetCell> filled = new ArrayList<>(cells);
        merged.forEach((column, rows) -> {
            SheetCell own = column < filled.size() ? filled.get(column) : SheetCell.EMPTY;
            Integer last = rows.get(row);
            Held above = held.get(column);
            if (last != null) {
                held.put(column, new Held(own, last));
            } else if (above != null && row <= above.last() && own.isEmpty()) {
                while (filled.size() <= column) {
                    filled.add(SheetCell.EMPTY);
                }
                filled.set(column, above.value());
            }
        });
        return filled;
    }
}
