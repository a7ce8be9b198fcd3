package kr.dochak.pages;

/** What somebody typed to look for something, cut to a length that anything sought could have. */
public final class Typed {

    private static final int LONGEST_SEARCH = 100;

    private Typed() {}

    /** Without blanks around it; whatever is longer finds nothing anyway. */
    public static String search(String text) {
        String stripped = text.strip();
        return stripped.length() <= LONGEST_SEARCH ? stripped : stripped.substring(0, LONGEST_SEARCH);
    }
}
