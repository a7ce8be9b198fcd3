package kr.dochak.fulfillment;

import java.util.List;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.TrackingNumber;

/** What became of one shipment of a batch. */
sealed interface HandoverOutcome {

    /** The number in its normal form. */
    TrackingNumber trackingNumber();

    /** @param warnings what is odd about it, with what to look at */
    record Registered(TrackingNumber trackingNumber, ShipmentId shipmentId, List<FieldError> warnings)
            implements HandoverOutcome {}

    /** Not registered; each error names its field and what to do. */
    record Rejected(TrackingNumber trackingNumber, List<FieldError> errors) implements HandoverOutcome {}

    /** Not registered, since the order or the parcel does not allow it as things stand. */
    record Refused(TrackingNumber trackingNumber, FieldError why) implements HandoverOutcome {}
}
