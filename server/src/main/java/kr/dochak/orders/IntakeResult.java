package kr.dochak.orders;

import java.util.List;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem.FieldError;

/** What became of one order of a batch. */
public sealed interface IntakeResult {

    /** The code of the warning that no message reaches the customer. */
    String UNREACHABLE = "unreachable";

    String orderNo();

    /** Known now: created, revised, or the same as before; warnings say what was taken otherwise than it was written. */
    record Taken(String orderNo, OrderId orderId, int revision, Outcome outcome, List<FieldError> warnings)
            implements IntakeResult {

        Taken(String orderNo, OrderId orderId, int revision, Outcome outcome) {
            this(orderNo, orderId, revision, outcome, List.of());
        }

        Taken with(List<FieldError> news) {
            return new Taken(orderNo, orderId, revision, outcome, news);
        }

        /** Whether a message reaches its customer on any way. */
        public boolean isReachable() {
            return warnings.stream().noneMatch(warning -> warning.code().equals(UNREACHABLE));
        }
    }

    /** Not taken in; each error names its field and what to do. */
    record Rejected(String orderNo, List<FieldError> errors) implements IntakeResult {}

    /** How a taken order relates to what was known. */
    enum Outcome {
        CREATED,
        UNCHANGED,
        REVISED,
        /**
         * It was cancelled before and stays so, whatever it says now: what comes after a cancellation is usually a repeat
         * that was under way, and to deliver it would be worse than to ask. An order that is wanted after all is a new
         * order.
         */
        CANCELLED
    }
}
