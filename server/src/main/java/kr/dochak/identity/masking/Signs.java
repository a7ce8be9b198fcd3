package kr.dochak.identity.masking;

/** Small questions about folded signs. Each looks at a bounded stretch of the text, so that no scanner is more than linear. */
final class Signs {

    private Signs() {}

    static boolean isDigit(CharSequence text, int at) {
        return at >= 0 && at < text.length() && isDigit(text.charAt(at));
    }

    static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    static boolean isLatin(char sign) {
        return sign >= 'a' && sign <= 'z';
    }

    static boolean isHangul(char sign) {
        return sign >= '가' && sign <= '힣';
    }

    static boolean isWord(char sign) {
        return isHangul(sign) || isLatin(sign) || isDigit(sign);
    }

    static boolean startsWith(CharSequence text, int at, String word) {
        if (at < 0 || at + word.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text.charAt(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The length of the first of these words that stands here; 0 when none does. */
    static int wordAt(CharSequence text, int at, String... words) {
        for (String word : words) {
            if (startsWith(text, at, word)) {
                return word.length();
            }
        }
        return 0;
    }

    /** Whether one of these words begins within the last {@code reach} signs of the same line. */
    static boolean isBefore(CharSequence text, int at, int reach, String... words) {
        for (int i = at - 1; i >= 0 && i >= at - reach && text.charAt(i) != '\n'; i--) {
            if (wordAt(text, i, words) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Past at most {@code most} blanks. */
    static int pastBlanks(CharSequence text, int at, int most) {
        int past = at;
        while (past < text.length() && past < at + most && text.charAt(past) == ' ') {
            past++;
        }
        return past;
    }

    /** Past at most {@code most} digits. */
    static int pastDigits(CharSequence text, int at, int most) {
        int past = at;
        while (past < at + most && isDigit(text, past)) {
            past++;
        }
        return past;
    }
}
