package kr.dochak.identity;

import java.util.List;

/**
 * Brings a letter to a member of staff (IDN-1, MSG-7); a module that can send e-mail offers one as a bean. A letter may hold a
 * secret link, so it must not travel as a fact through the registry.
 */
public interface StaffLetters {

    /** Whether letters can be sent at all. */
    boolean isOn();

    /** Sends it; called outside a transaction, and it may take seconds. */
    Outcome send(Letter letter);

    /** What came of it. */
    enum Outcome {
        SENT,
        /** Try again with the same key. */
        LATER,
        /** It will never be taken. */
        REFUSED
    }

    /**
     * One letter.
     *
     * @param key its name for ever, so that one sent twice is one in the mailbox
     * @param sender the name it comes from: a mall, or the product
     * @param text paragraphs; the links follow them as buttons
     * @param language {@code ko} or {@code en}
     */
    record Letter(String key, String to, String sender, String title, String text, List<Link> links, String language) {

        @Override
        public String toString() {
            return "Letter[" + key + "]";
        }
    }

    /** A link under the text, with the words on its button. */
    record Link(String label, String address) {

        @Override
        public String toString() {
            return "Link[" + label + "]";
        }
    }
}
