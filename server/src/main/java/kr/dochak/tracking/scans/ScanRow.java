package kr.dochak.tracking.scans;

import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.Scan;

/** A scan that belongs to a known shipment. */
record ScanRow(ShipmentId shipmentId, Scan scan) {}
