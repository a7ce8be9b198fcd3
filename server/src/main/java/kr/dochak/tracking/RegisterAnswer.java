package kr.dochak.tracking;

/** What came of one {@link RegisterShipment}. */
public sealed interface RegisterAnswer {

    /** Known now, or known before. */
    record Registered(long shipmentId) implements RegisterAnswer {}

    /** Another mall's parcel has this number now; nothing was registered. */
    record Taken() implements RegisterAnswer {}
}
