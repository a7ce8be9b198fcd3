package kr.dochak.tracking;

/** A scan that belongs to a known shipment. */
record ScanRow(long shipmentId, Scan scan) {}
