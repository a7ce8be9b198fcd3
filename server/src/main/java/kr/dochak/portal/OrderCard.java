package kr.dochak.portal;

import java.time.Instant;
import kr.dochak.pages.Steps;
import kr.dochak.shared.OrderId;
import org.jspecify.annotations.Nullable;

/** An order in the list. */
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
        boolean changeable,
        Instant when) {}
