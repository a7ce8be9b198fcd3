package kr.dochak.orders;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;

/**
 * An order that tries the whole way out (SET-2): it goes with {@link Carrier#TRIAL}, and so is in no figure.
 *
 * @param phone where messages may go; null where none should
 * @param email the same
 * @param from the area it is sent from
 */
public record TrialOrder(
        String orderNo,
        Instant at,
        String name,
        @Nullable String phone,
        @Nullable String email,
        String language,
        String from) {

    /** Where its orders come from, in the order's history. */
    public static final String SOURCE = "TRIAL";

    private static final String POSTCODE = "06236";
    private static final String ADDRESS = "시험 주소 (보내지 않아요)";

    /** The same as a mall would send it. */
    public OrderRequest request() {
        return new OrderRequest(
                orderNo,
                at.atZone(Seoul.ZONE).toOffsetDateTime(),
                null,
                new OrderRequest.Customer("trial-" + orderNo, name, phone, email, language),
                new OrderRequest.To(name, phone, POSTCODE, ADDRESS, null, null, null),
                List.of(new OrderRequest.Item(1, "TRIAL", "시험 상품", 1, 1_000L, null)),
                null,
                null,
                null,
                new OrderRequest.ShipFrom(null, from),
                Carrier.TRIAL.id(),
                null,
                null);
    }

    @Override
    public String toString() {
        return "TrialOrder[" + orderNo + "]";
    }
}
