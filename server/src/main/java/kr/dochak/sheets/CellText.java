package kr.dochak.sheets;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Understands what people and spreadsheets write into a cell. Nothing when it is not what it should be. */
final class CellText {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}(\\.0+)?");
    /** A long number that a spreadsheet rounded: its last digits are lost for good. */
    private static final Pattern ROUNDED = Pattern.compile("\\d(\\.\\d+)?E\\+\\d+", Pattern.CASE_INSENSITIVE);
    /** A spreadsheet keeps fifteen digits of a number; what stood behind them is a zero now. */
    private static final Pattern TOO_LONG = Pattern.compile("-?\\d{16,}(\\.\\d+)?");
    /** What a spreadsheet makes of {@code 11-27}: it is no identifier any more. */
    private static final Pattern MADE_A_DATE = Pattern.compile(
            "\\d{1,2}월\\s?\\d{1,2}일|\\d{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(-\\d{2,4})?"
                    + "|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\\d{2,4}",
            Pattern.CASE_INSENSITIVE);

    private static final String UNITS = "(개|EA|세트|SET|박스|BOX|PCS)$";

    private CellText() {}

    static Optional<Long> won(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        // accountants write what is taken off in brackets
        boolean off = plain.matches("\\(.*\\)");
        String digits = plain.replaceAll("[,\\s₩()]|원$|KRW", "");
        return whole(off ? "-" + digits : digits);
    }

    static Optional<Long> count(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(java.util.Locale.ROOT);
        return whole(plain.replaceAll("[,\\s]", "").replaceAll(UNITS, ""))
                .filter(count -> Math.abs(count) < 1_000_000_000L);
    }

    private static Optional<Long> whole(String plain) {
        return WHOLE.matcher(plain).matches() ? Optional.of(new BigDecimal(plain).longValueExact()) : Optional.empty();
    }

    static boolean isRounded(String text) {
        return ROUNDED.matcher(text).matches();
    }

    static boolean isTooLong(String number) {
        return TOO_LONG.matcher(number).matches();
    }

    static boolean isMadeADate(String text) {
        return MADE_A_DATE.matcher(text).matches();
    }

    /** Spreadsheets take the zero from {@code 06236}. */
    static String postcode(String text) {
        String digits = text.strip().replaceAll("^[\\[(]|[])]$", "").replaceAll("\\.0+$", "");
        return digits.matches("\\d{3,4}") ? "0".repeat(5 - digits.length()) + digits : digits;
    }

    /** Spreadsheets take the zero from {@code 01012345678}, and make a decimal of the rest. */
    static String phone(String text) {
        String phone = text.strip().replaceAll("\\.0+$", "");
        return phone.matches("1[016789]\\d{7,8}") ? "0" + phone : phone;
    }
}
