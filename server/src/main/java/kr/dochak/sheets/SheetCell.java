package kr.dochak.sheets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in one cell: its text without the wrappers of spreadsheets, and what the spreadsheet itself knows of it. */
record SheetCell(String text, Kind kind) {

    /** What a cell is. Files of text know only texts and errors. */
    enum Kind {
        TEXT,
        NUMBER,
        /** A number that the spreadsheet shows as a date or a time. */
        DATE,
        /** What a spreadsheet writes where a formula failed or a column was too narrow. */
        ERROR
    }

    static final SheetCell EMPTY = new SheetCell("", Kind.TEXT);

    /** {@code ="0123"}, by which exports keep a zero in front; the quotes within are doubled. */
    private static final Pattern FORMULA_OF_A_TEXT = Pattern.compile("=\\s*\"(.*)\"", Pattern.DOTALL);
    /** A single apostrophe in front, by which people do the same; one at each end is a quotation. */
    private static final Pattern APOSTROPHE = Pattern.compile("'([^'].*?[^']|[^'])", Pattern.DOTALL);

    private static final Pattern FAILED = Pattern.compile(
            "#(N/A|REF!|VALUE!|DIV/0!|NUM!|NAME\\?|NULL!|ERROR!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!"
                    + "|GETTING_DATA|EXTERNAL!|PYTHON!)|#{4,}|Err:\\d{3}",
            Pattern.CASE_INSENSITIVE);
    private static final String BLANK = "[\\s\\p{Z}\\uFEFF\\u200B\\u2060]";
    private static final Pattern EDGES = Pattern.compile("^" + BLANK + "+|" + BLANK + "+$");
    private static final int MOST_WRAPPERS = 3;

    /** A text as a file says it. */
    static SheetCell of(String written) {
        String text = stripped(written);
        for (int i = 0; i < MOST_WRAPPERS; i++) {
            String inner = unwrapped(text);
            if (inner.equals(text)) {
                break;
            }
            text = inner;
        }
        return new SheetCell(text, FAILED.matcher(text).matches() ? Kind.ERROR : Kind.TEXT);
    }

    private static String unwrapped(String text) {
        Matcher formula = FORMULA_OF_A_TEXT.matcher(text);
        if (formula.matches()) {
            return stripped(formula.group(1).replace("\"\"", "\""));
        }
        Matcher apostrophe = APOSTROPHE.matcher(text);
        return apostrophe.matches() ? stripped(apostrophe.group(1)) : text;
    }

    private static String stripped(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
