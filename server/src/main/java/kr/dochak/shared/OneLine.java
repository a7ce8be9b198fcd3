package kr.dochak.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that stands in one line wherever it is shown: line breaks and tabs are spaces, marks that only steer how text is
 * drawn are gone, and so are links, since what a customer types into a name is read in the company's own messages.
 *
 * @param linked whether a link was taken out
 */
public record OneLine(String text, boolean linked) {

    private static final Pattern BLANKS = Pattern.compile("[\\t\\n\\x0B\\f\\r\\u0085\\p{Zl}\\p{Zp}]+|[\\p{Zs}&&[^ ]]");
    private static final int JOINER = 0x200D;
    private static final int PICTURE = 0xFE0F;

    private static final Pattern LINK = Pattern.compile(
            "(?:https?|ftp|intent|market|kakao[a-z]{0,20}+)://\\S+|\\bwww\\.[\\p{Alnum}-]+\\.\\S+"
                    + "|(?<![\\p{Alnum}@.-])(?:[\\p{Alnum}-]+\\.)+"
                    + "(?:com|net|org|kr|co|me|ly|io|gl|to|cc|xyz|info|biz|link|shop|site|app|top|page)/\\S+",
            Pattern.CASE_INSENSITIVE);

    /** The text as one line. */
    public static OneLine of(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return new OneLine("", false);
        }
        String plain = withoutMarks(Normalizer.normalize(written, Normalizer.Form.NFC));
        String without = LINK.matcher(plain).replaceAll(" ");
        return new OneLine(BLANKS.matcher(without).replaceAll(" ").strip(), !without.equals(plain));
    }

    /**
     * A text by which something is known: one way of writing for what looks the same (NFKC), and nothing unseen at its ends. What
     * is unseen within it stays, for {@link #isSeen} to find.
     */
    public static String code(@Nullable String written) {
        String plain = written == null ? "" : Normalizer.normalize(written, Normalizer.Form.NFKC);
        int from = 0;
        int to = plain.length();
        while (from < to && isUnseenOrBlank(plain.charAt(from))) {
            from++;
        }
        while (to > from && isUnseenOrBlank(plain.charAt(to - 1))) {
            to--;
        }
        return plain.substring(from, to);
    }

    /** Whether every sign of a code can be seen: no control, no mark of direction, nothing of no width. */
    public static boolean isSeen(String code) {
        return code.codePoints().noneMatch(OneLine::isUnseen);
    }

    private static boolean isUnseenOrBlank(int sign) {
        return isUnseen(sign) || Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    private static boolean isUnseen(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Without marks of direction, format and byte order; a joiner stays between the parts of one picture. */
    private static String withoutMarks(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int before = ' ';
        for (int i = 0; i < text.length(); i += Character.charCount(before)) {
            int at = text.codePointAt(i);
            boolean joins = at == JOINER && (before == PICTURE || Character.isEmoji(before));
            if (Character.getType(at) != Character.FORMAT || joins) {
                kept.appendCodePoint(at);
            }
            before = at;
        }
        return kept.toString();
    }
}
