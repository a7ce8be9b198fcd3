package kr.dochak.messaging;

import java.util.Arrays;
import java.util.List;

/**
 * Where a customer can be reached. The inbox always works; the others need a contact and an outside vendor (MSG-1).
 *
 * <p>A new one is a constant here, its {@code Channel}, its words ({@link #label}) and a migration with its first texts.
 * Customers are offered them in this order.
 */
public enum ChannelName {
    INBOX(Address.NONE, TextForm.FREE),
    ALIMTALK(Address.PHONE, TextForm.APPROVED),
    SMS(Address.PHONE, TextForm.SHORT),
    EMAIL(Address.EMAIL, TextForm.FREE);

    /** By what a channel finds the customer. */
    public enum Address {
        NONE,
        PHONE,
        EMAIL
    }

    /** What a channel asks of its texts. */
    public enum TextForm {
        FREE,
        /** The vendor approves each text before it may go out, of so many characters and variables. */
        APPROVED,
        /** Billed by bytes; may leave the date to the page behind its link. */
        SHORT
    }

    private final Address address;
    private final TextForm textForm;

    ChannelName(Address address, TextForm textForm) {
        this.address = address;
        this.textForm = textForm;
    }

    /** The channels out of the product, in the order in which customers are offered them. */
    public static List<ChannelName> outside() {
        return Arrays.stream(values()).filter(ChannelName::isOutside).toList();
    }

    /** False for the inbox, which is read here. */
    public boolean isOutside() {
        return address != Address.NONE;
    }

    public Address address() {
        return address;
    }

    public TextForm textForm() {
        return textForm;
    }

    /** The key of its name in words. */
    public String label() {
        return "messaging.channel." + name();
    }
}
