package kr.dochak.identity.masking;

/**
 * A text as a reader sees it, one character for each sign: digits of any script are ASCII digits, dashes are hyphens, blanks are
 * blanks, small letters, and marks that are not seen are gone. Each sign knows where it stood.
 */
final class Glyphs {

    private static final String SPOKEN = "공영일이삼사오육륙칠팔구";
    private static final String SPOKEN_VALUES = "001234566789";
    private static final int FEWEST_SPOKEN = 8;
    private static final int KEYCAP = 0x20E3;
    private static final int WIDE = 0xFEE0;

    private final char[] folded;
    private final int[] from;
    private final int[] to;
    private int length;

    private Glyphs(int most) {
        folded = new char[most];
        from = new int[most];
        to = new int[most];
    }

    static Glyphs of(CharSequence text) {
        Glyphs glyphs = new Glyphs(text.length());
        int at = 0;
        while (at < text.length()) {
            int sign = Character.codePointAt(text, at);
            int next = at + Character.charCount(sign);
            if (isSeen(sign)) {
                glyphs.add(fold(sign), at, next);
            } else if (glyphs.length > 0) {
                glyphs.to[glyphs.length - 1] = next;
            }
            at = next;
        }
        glyphs.foldSpokenDigits();
        return glyphs;
    }

    private void add(char sign, int start, int end) {
        folded[length] = sign;
        from[length] = start;
        to[length++] = end;
    }

    /** The signs as a text of its own. */
    String text() {
        return new String(folded, 0, length);
    }

    int from(int sign) {
        return from[sign];
    }

    int to(int sign) {
        return to[sign];
    }

    private static boolean isSeen(int sign) {
        return sign != KEYCAP
                && !(sign >= 0xFE00 && sign <= 0xFE0F)
                && Character.getType(sign) != Character.FORMAT
                && Character.getType(sign) != Character.NON_SPACING_MARK;
    }

    private static char fold(int sign) {
        int value = Character.isDigit(sign) || Character.getType(sign) == Character.OTHER_NUMBER
                ? Character.getNumericValue(sign)
                : -1;
        if (value >= 0 && value <= 9) {
            return (char) ('0' + value);
        }
        if (sign == '\n' || sign == '\r') {
            return '\n';
        }
        if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
            return ' ';
        }
        if (Character.getType(sign) == Character.DASH_PUNCTUATION || "−～~ーㅡ―─".indexOf(sign) >= 0) {
            return '-';
        }
        int plain = sign > 0xFF00 && sign < 0xFF5F ? sign - WIDE : sign;
        if ("·ㆍ•∙。・".indexOf(plain) >= 0) {
            return '.';
        }
        return Character.isBmpCodePoint(plain) ? Character.toLowerCase((char) plain) : '\uFFFD';
    }

    /** 공일공 이삼사오 육칠팔구: eight or more numbers one after the other, the first a zero, are written in words. */
    private void foldSpokenDigits() {
        int at = 0;
        while (at < length) {
            int end = at;
            int digits = 0;
            while (end < length && (isSpoken(folded[end]) || digits > 0 && " -.0123456789".indexOf(folded[end]) >= 0)) {
                digits += isSpoken(folded[end++]) ? 1 : 0;
            }
            if (digits >= FEWEST_SPOKEN && (folded[at] == '공' || folded[at] == '영')) {
                for (int i = at; i < end; i++) {
                    int value = SPOKEN.indexOf(folded[i]);
                    folded[i] = value < 0 ? folded[i] : SPOKEN_VALUES.charAt(value);
                }
            }
            at = Math.max(end, at + 1);
        }
    }

    private static boolean isSpoken(char sign) {
        return SPOKEN.indexOf(sign) >= 0;
    }
}
