package kr.dochak.tracking.log;

/** A record of the log as it was read, where it lies and what it says. */
record LogRecord(int partition, long offset, byte[] value, LoggedScan.Read read) {

    LogRecord(int partition, long offset, byte[] value) {
        this(partition, offset, value, LoggedScan.read(value));
    }

    /** Without what it says: texts of carriers belong in no log of ours. */
    @Override
    public String toString() {
        return "record " + offset + " of partition " + partition;
    }
}
