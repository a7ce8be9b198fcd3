package kr.dochak.alerts.sending;

/** Brings a letter to a member of staff; a module that can send mail offers one as a bean. */
public interface StaffMail {

    /**
     * A letter.
     *
     * @param key its name for ever, so that one sent twice is one in the mailbox
     * @param open the address of the page, {@code acknowledge} that of the link that acknowledges
     */
    record Letter(
            String key,
            String to,
            String title,
            String body,
            String openLabel,
            String open,
            String acknowledgeLabel,
            String acknowledge) {

        @Override
        public String toString() {
            return "Letter[" + key + "]";
        }
    }

    /** What came of it. */
    enum Outcome {
        SENT,
        /** Try again with the same key. */
        LATER,
        /** It will never be taken. */
        REFUSED
    }

    /** Whether letters can be sent at all. */
    boolean isOn();

    /** Sends it; never inside a transaction. */
    Outcome send(Letter letter);
}
