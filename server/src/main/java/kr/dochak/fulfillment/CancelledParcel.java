package kr.dochak.fulfillment;

import java.time.Instant;
import java.util.Optional;
import kr.dochak.shared.OrderId;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.ShipmentView;

/**
 * A parcel whose order was cancelled while it had one: to be stopped while it travels, to be fetched back once it came.
 */
public record CancelledParcel(long id, OrderId orderId, Instant cancelledAt, ShipmentView parcel) {

    /** Where it is, as far as something is left to be done. */
    public enum Where {
        HERE,
        UNDER_WAY,
        CAME
    }

    /** Where it is; empty once it is back, lost or on its way back. */
    public Optional<Where> where() {
        return hasCome()
                ? Optional.of(Where.CAME)
                : isUnderWay() ? Optional.of(Where.UNDER_WAY) : isHere() ? Optional.of(Where.HERE) : Optional.empty();
    }

    /** Whether it has left and is neither with its recipient nor on its way back. */
    public boolean isUnderWay() {
        ShipmentStatus status = parcel.state().status();
        return status.rank() >= ShipmentStatus.PICKED_UP.rank()
                && !status.isFinal()
                && status != ShipmentStatus.RETURNING;
    }

    /** Whether the recipient has it. */
    public boolean hasCome() {
        return parcel.state().status() == ShipmentStatus.DELIVERED;
    }

    /** Whether it can still be kept from leaving. */
    public boolean isHere() {
        return parcel.state().status().rank() < ShipmentStatus.PICKED_UP.rank();
    }
}
