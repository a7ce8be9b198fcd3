package kr.dochak.opening;

/** A line of the list of what a mall needs before it opens (SET-2). */
public enum OpeningLine {
    /** People reach the product by an address of their own, over TLS. */
    ADDRESS(Kind.LOOKED_UP),
    SECOND_ADMIN(Kind.LOOKED_UP),
    PEOPLE(Kind.LOOKED_UP),
    /** The mall's system came with its key. */
    KEY(Kind.LOOKED_UP),
    /** A carrier answered or reported within a day. */
    CARRIER(Kind.LOOKED_UP),
    /** A message to ourselves arrived. */
    SENDER(Kind.LOOKED_UP),
    PAST(Kind.LOOKED_UP),
    BACKUP(Kind.LOOKED_UP),
    TRIAL(Kind.LOOKED_UP),
    POLICY(Kind.BY_HAND),
    MANUAL(Kind.BY_HAND),
    CONTACTS(Kind.BY_HAND),
    SUPPLY_TYPES(Kind.BY_HAND),
    PHONE_SCENARIO(Kind.BY_HAND),
    WITHDRAWAL(Kind.DECIDED),
    /** A customer cancels what has left already (기출하). */
    SHIPPED_ALREADY(Kind.DECIDED),
    DEFECT(Kind.DECIDED),
    OUT_OF_STOCK(Kind.DECIDED),
    BURDEN(Kind.DECIDED);

    /** How it is known that it is done. */
    public enum Kind {
        LOOKED_UP,
        /** Somebody says so. */
        BY_HAND,
        /** Somebody says what was decided, in a few words. */
        DECIDED
    }

    private final Kind kind;

    OpeningLine(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
