package kr.dochak.portal;

import kr.dochak.shared.OrderId;
import java.time.Instant;
import kr.dochak.pages.Steps;
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
