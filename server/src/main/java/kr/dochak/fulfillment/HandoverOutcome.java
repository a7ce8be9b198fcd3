package kr.dochak.fulfillment;

import java.util.List;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.ShipmentId;

/** What became of one shipment of a batch. */
sealed interface HandoverOutcome {

    /** The number in its normal form. */
    String trackingNumber();

    record Registered(String trackingNumber, ShipmentId shipmentId) implements HandoverOutcome {}

    /** Not registered; each error names its field and what to do. */
    record Rejected(String trackingNumber, List<FieldError> errors) implements HandoverOutcome {}
}
