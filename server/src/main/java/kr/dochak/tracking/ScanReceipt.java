package kr.dochak.tracking;

/** What became of the scans of one request, all of it committed before this is answered. */
public record ScanReceipt(int accepted, int duplicates, int parked) {

    ScanReceipt plus(ScanReceipt other) {
        return new ScanReceipt(accepted + other.accepted, duplicates + other.duplicates, parked + other.parked);
    }
}
