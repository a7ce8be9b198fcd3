package kr.dochak.pages;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A cell of a file that people open in a spreadsheet: whatever stands in it, no spreadsheet takes it for a formula. */
public final class CsvCell {

    /** What begins a formula or a command, narrow or wide; tabs and line ends hide one from a look at the first sign. */
    private static final String BEGINS_FORMULA = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20\u2212\uFE62\uFE63\uFE66\uFE6B";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,9})?");

    private CsvCell() {}

    /** The text, behind an apostrophe where a spreadsheet would count with it. */
    public static String plain(String text) {
        if (NUMBER.matcher(text).matches()) {
            return text;
        }
        int first = 0;
        while (first < text.length() && isUnseen(text.charAt(first))) {
            first++;
        }
        boolean hides = first > 0 && "\t\r\n".indexOf(text.charAt(0)) >= 0;
        boolean formula = first < text.length() && BEGINS_FORMULA.indexOf(text.charAt(first)) >= 0;
        return hides || formula ? "'" + text : text;
    }

    /** A row of such cells. */
    public static List<String> row(String... cells) {
        return Arrays.stream(cells).map(CsvCell::plain).toList();
    }

    private static boolean isUnseen(char sign) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.getType(sign) == Character.FORMAT
                || Character.isISOControl(sign);
    }
}
