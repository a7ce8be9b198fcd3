package kr.dochak.tracking.carriers;

/** How much is kept of an answer that is no answer. */
final class Kept {

    private static final int MOST = 4_000;

    private Kept() {}

    /** The beginning of a page that could not be read, without persons: enough to see what the carrier changed. */
    static String notice(String body) {
        return Persons.mask(body.length() <= MOST ? body : body.substring(0, MOST))
                .replace('\0', ' ');
    }
}
