package kr.dochak.database;

/**
 * Rows of an earlier form that no SQL can bring to the form of today, since a key is needed for it. They are brought over batch
 * by batch before the first request; a start that was broken off goes on where it stopped.
 */
public interface Conversion {

    /** The table, for the log. */
    String table();

    /** Takes the old rows off the pages of the table; called once, outside of any transaction, after rows were brought over. */
    void vacuum();

    /** Brings at most one batch over, within the transaction that the caller has begun; answers how many rows it was. */
    int batch();
}
