package kr.dochak.tracking;

/** A scan that waits, and why. */
record ParkedScan(Scan scan, Why why) {

    /** Why a scan could not be applied. */
    enum Why {
        UNKNOWN_SHIPMENT,
        BEFORE_REGISTRATION
    }
}
