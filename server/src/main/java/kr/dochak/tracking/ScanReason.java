package kr.dochak.tracking;

/**
 * Why a parcel did not simply move on, beside every status (TRK-3), and whose doing it is: the owner decides who bears a
 * compensation (BEN-6).
 */
public enum ScanReason {
    HUB_BACKLOG(Owner.CARRIER),
    LINE_HAUL_DELAY(Owner.CARRIER),
    WEATHER(Owner.FORCE_MAJEURE),
    ADDRESS_WRONG(Owner.RECIPIENT),
    RECIPIENT_ABSENT(Owner.RECIPIENT),
    REFUSED(Owner.RECIPIENT),
    UNREACHABLE(Owner.RECIPIENT),
    WISHED_LATER(Owner.RECIPIENT),
    DAMAGED(Owner.CARRIER),
    LOST(Owner.CARRIER),
    MISSORTED(Owner.CARRIER),
    NOT_COLLECTED(Owner.CARRIER),
    CLOSED_DAY(Owner.CARRIER),
    VEHICLE(Owner.CARRIER),
    CARRIER_DATA(Owner.CARRIER),
    CUSTOMS(Owner.CUSTOMS);

    /** Whose doing a reason is. */
    public enum Owner {
        CARRIER,
        SELLER,
        RECIPIENT,
        CUSTOMS,
        FORCE_MAJEURE
    }

    private final Owner owner;

    ScanReason(Owner owner) {
        this.owner = owner;
    }

    public Owner owner() {
        return owner;
    }
}
