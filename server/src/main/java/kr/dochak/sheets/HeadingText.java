package kr.dochak.sheets;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A heading as it is compared: exactly, without its marks, and without what stands in brackets. */
final class HeadingText {

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}*]");
    /** Says only in what money, or that the column must be filled. */
    private static final Pattern SAYS_NOTHING = Pattern.compile("[(\\[](krw|원|₩|단위:원|필수|required)[)\\]]");

    private static final Pattern MARKS = Pattern.compile("[()_\\-\\[\\]]");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");

    private HeadingText() {}

    /** Without spaces, case and what says nothing: {@code 총 배송비(KRW)} is {@code 총배송비}. */
    static String exact(String heading) {
        String plain =
                Normalizer.normalize(heading, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return SAYS_NOTHING.matcher(BLANK.matcher(plain).replaceAll("")).replaceAll("");
    }

    /** As {@link #exact}, without brackets, lines and dashes. */
    static String loose(String heading) {
        return MARKS.matcher(exact(heading)).replaceAll("");
    }

    /** As {@link #exact}, without what stands in brackets: {@code 사용한 적립금액(최종)} is {@code 사용한적립금액}. */
    static String base(String heading) {
        return IN_BRACKETS.matcher(exact(heading)).replaceAll("");
    }
}
