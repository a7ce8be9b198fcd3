package kr.dochak.tracking.log;

/** A record of the log as it was read, with its place and its contents. */
record LogRecord(int partition, long offset, byte[] value, LoggedScan.Read read) {

    LogRecord(int partition, long offset, byte[] value) {
        this(partition, offset, value, LoggedScan.read(value));
    }

    /** Without its contents: texts of carriers belong in no log of ours. */
    @Override
    public String toString() {
        return "record " + offset + " of partition " + partition;
    }
}
