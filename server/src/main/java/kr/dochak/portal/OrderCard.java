package kr.dochak.portal;

import java.time.Instant;
import kr.dochak.pages.Steps;
import kr.dochak.shared.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * An order in the list.
 *
 * @param awaited whether it comes as far as anybody said: an order that waits for its payment is open and does not come
 */
public record OrderCard(
        OrderId orderId,
        String orderNo,
        String title,
        String initial,
        int colour,
        Arrival arrival,
        Steps steps,
        @Nullable ChangeLine change,
        int parcels,
        boolean open,
        boolean awaited,
        boolean changeable,
        Instant when) {}
