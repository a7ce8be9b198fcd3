package kr.dochak.identity.erasure;

/**
 * One column of the database that can hold something of a person, as {@code personal-data.csv} says it.
 *
 * @param whose who may stand in it
 * @param protection how it lies
 * @param erasure what becomes of it when its person is erased
 * @param kept how long it stays otherwise, as ISO 8601 writes a period; empty where nothing but erasure ends it
 * @param why by which law or reason it stays; may be empty where nothing stays
 */
public record PersonalColumn(
        String table,
        String column,
        Whose whose,
        String kind,
        Protection protection,
        Erasure erasure,
        String kept,
        String why) {

    /** Whom it is about. */
    public enum Whose {
        CUSTOMER,
        RECIPIENT,
        STAFF,
        DRIVER,
        MALL,
        NOBODY
    }

    /** How it lies in the database. */
    public enum Protection {
        /** Sealed under its person's key. */
        PERSON_KEY,
        /** Sealed under a key of the master key. */
        MASTER_KEY,
        /** Sealed under a key of its own, in the schema that law demands. */
        ARCHIVE_KEY,
        /** A hash that nobody makes without our key. */
        KEYED_HASH,
        /** A hash that anybody can make. */
        HASH,
        MASKED,
        CLEAR
    }

    /** What an erasure does to it. */
    public enum Erasure {
        /** It goes: its row, its value, or the key without which it is noise. */
        DESTROYED,
        /** Its words go and its row stays. */
        EMPTIED,
        /** It stays, for the reason that is given. */
        STAYS
    }

    /** Whether bytes of it must be written over after an erasure: destroying a key does not destroy what lies in the clear. */
    boolean leavesBytes() {
        return erasure != Erasure.STAYS && protection != Protection.PERSON_KEY;
    }
}
