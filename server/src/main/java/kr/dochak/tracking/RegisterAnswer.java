package kr.dochak.tracking;

import kr.dochak.shared.ShipmentId;

/** What came of one {@link RegisterShipment}. */
public sealed interface RegisterAnswer {

    /** Known now, or known before. */
    record Registered(ShipmentId shipmentId) implements RegisterAnswer {}

    /** Another mall's parcel has this number now; nothing was registered. */
    record Taken() implements RegisterAnswer {}
}
