package kr.dochak.identity;

/**
 * Brings a letter to a member of staff (IDN-1); a module that can send e-mail offers one as a bean. A letter holds a secret
 * link, so it must not travel as a fact through the registry.
 */
@FunctionalInterface
public interface StaffLetters {

    /** Whether the letter left; called outside a transaction, and it may take seconds. */
    boolean send(Letter letter);

    /**
     * One letter.
     *
     * @param sender the name it comes from: a mall
     * @param text paragraphs; the link follows them
     * @param language {@code ko} or {@code en}
     */
    record Letter(String to, String sender, String title, String text, String link, String language) {

        @Override
        public String toString() {
            return "Letter[" + title + "]";
        }
    }
}
