package kr.dochak.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.identity.vault.Recipient;
import kr.dochak.orders.OrderFact.MallPromise;
import kr.dochak.shared.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * An order as a source brought it, checked by {@link OrderRules} and ready to be taken in. Its JSON is what the fingerprint is
 * made of, so what is no content stays out of it.
 *
 * @param confirmedAt when it was paid, or ordered where that was not given
 */
record OrderDraft(
        String orderNo,
        Instant orderedAt,
        Instant confirmedAt,
        PersonalData customer,
        Recipient recipient,
        DeliveryRequest request,
        List<OrderLine> lines,
        OrderAmounts amounts,
        String paymentMethod,
        String originArea,
        String destinationArea,
        @Nullable String centre,
        @Nullable CarrierId carrier,
        @Nullable MallPromise promised,
        @JsonIgnore OrderStatus status,
        @JsonIgnore @Nullable Instant paidAt) {

    /** What the order is called in a list: {@code 무선 전기포트 1.7L 외 2개}. */
    String title() {
        String first = lines.getFirst().name();
        return lines.size() == 1 ? first : first + " 외 " + (lines.size() - 1) + "개";
    }

    @Override
    public String toString() {
        return "OrderDraft[" + orderNo + "]";
    }
}
