package kr.dochak.messaging;

/** Where a customer can be told. The inbox always works; the others need a contact and an outside vendor (MSG-1). */
public enum ChannelName {
    INBOX,
    ALIMTALK,
    SMS,
    EMAIL;

    boolean needsPhone() {
        return this == ALIMTALK || this == SMS;
    }
}
