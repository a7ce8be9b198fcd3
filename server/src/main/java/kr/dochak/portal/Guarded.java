package kr.dochak.portal;

import java.util.regex.Pattern;

/** Hides what identifies a person in free text, for readers who only hold a link (TRK-6). */
final class Guarded {

    private static final Pattern PHONE = Pattern.compile("\\b0\\d{1,2}[ .-]?\\d{3,4}[ .-]?\\d{4}\\b");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");
    private static final Pattern ADDRESS =
            Pattern.compile("[가-힣0-9]+(?:로|길|동)\\s?\\d+[\\d-]*(?:번길)?(?:\\s?\\d+)?(?:호|동)?");

    private Guarded() {}

    static String text(String text) {
        String hidden = PHONE.matcher(text).replaceAll("***-****-****");
        hidden = EMAIL.matcher(hidden).replaceAll("***@***");
        return ADDRESS.matcher(hidden).replaceAll("***");
    }
}
