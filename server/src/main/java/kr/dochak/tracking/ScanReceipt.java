package kr.dochak.tracking;

/**
 * What became of the scans of one request, all of it durable before this is answered.
 *
 * @param applied false when the scans are in the log and nobody knows yet which of them are new: then all count as accepted
 */
public record ScanReceipt(int accepted, int duplicates, int parked, boolean applied) {

    public ScanReceipt(int accepted, int duplicates, int parked) {
        this(accepted, duplicates, parked, true);
    }

    /** Of scans that are in the log: what is new among them is found out when they are applied. */
    public static ScanReceipt logged(int scans) {
        return new ScanReceipt(scans, 0, 0, false);
    }

    public ScanReceipt plus(ScanReceipt other) {
        return new ScanReceipt(
                accepted + other.accepted,
                duplicates + other.duplicates,
                parked + other.parked,
                applied && other.applied);
    }
}
