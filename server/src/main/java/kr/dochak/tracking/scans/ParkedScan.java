package kr.dochak.tracking.scans;

import kr.dochak.tracking.Scan;

/** A scan that waits, and why. */
record ParkedScan(Scan scan, Why why) {

    /** Why a scan could not be applied. */
    enum Why {
        UNKNOWN_SHIPMENT,
        BEFORE_REGISTRATION
    }
}
