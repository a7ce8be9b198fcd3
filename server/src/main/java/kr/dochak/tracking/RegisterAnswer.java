package kr.dochak.tracking;

import kr.dochak.shared.ShipmentId;

/** What came of one {@link RegisterShipment}. */
public sealed interface RegisterAnswer {

    /** Known now, or known before. */
    record Registered(ShipmentId shipmentId) implements RegisterAnswer {}

    /** The parcel left, or its number was cancelled, and it does not carry all of these orders; nothing was registered. */
    record Left() implements RegisterAnswer {}
}
