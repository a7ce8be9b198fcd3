package kr.dochak.tracking.scans;

import kr.dochak.tracking.Scan;

/** A scan that belongs to a known shipment. */
record ScanRow(long shipmentId, Scan scan) {}
