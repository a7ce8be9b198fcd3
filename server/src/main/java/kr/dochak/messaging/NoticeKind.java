package kr.dochak.messaging;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What customers are notified of. Critical kinds are never held back by the limit of messages per hour (MSG-5). */
public enum NoticeKind {
    ORDER_CONFIRMED(true),
    SHIPPED(false),
    OUT_FOR_DELIVERY(false),
    DELIVERED(true),
    WINDOW_CHANGED(false),
    DELAYED(true),
    COMPENSATION_GRANTED(false),
    CASE_OPENED(true),
    CASE_ANSWERED(true),
    LOGIN_CODE(true),
    LOST_OR_DAMAGED(true),
    ATTEMPT_FAILED(true),
    READY_FOR_PICKUP(true),
    RETURNING(true),
    RETURNED(true),
    DELIVERY_CORRECTED(true),
    PREPARING(false),
    CASE_WROTE(true),
    REQUEST_PASSED_ON(false),
    REQUEST_NOT_PASSED_ON(true),
    /** Words that one person wrote for many customers and another agreed to. */
    MASS_NOTICE(false);

    private final boolean critical;

    NoticeKind(boolean critical) {
        this.critical = critical;
    }

    public boolean isCritical() {
        return critical;
    }

    /** The kind as templates and addresses spell it: {@code out-for-delivery}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of these channels those by which it may go: words of the day have no approval of the Alimtalk vendor. */
    public Set<ChannelName> channels(Set<ChannelName> on) {
        return this != MASS_NOTICE
                ? on
                : on.stream()
                        .filter(each -> each.textForm() != ChannelName.TextForm.APPROVED)
                        .collect(Collectors.toSet());
    }
}
