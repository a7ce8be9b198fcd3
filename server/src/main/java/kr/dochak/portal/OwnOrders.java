package kr.dochak.portal;

import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.vault.SignedLinks;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one gate to an order: its customer, or who holds its signed link. For everybody else it does not exist. */
@Component
public class OwnOrders {

    private final Orders orders;
    private final SignedLinks links;

    OwnOrders(Orders orders, SignedLinks links) {
        this.orders = orders;
        this.links = links;
    }

    /** The customer's own order; throws {@link Problem} 404 for any other. */
    public OrderSummary of(@Nullable CustomerLogin customer, OrderId orderId) {
        return orders.find(orderId)
                .filter(order -> customer != null
                        && order.personId().equals(customer.personId())
                        && order.tenantId().equals(customer.tenantId()))
                .orElseThrow(this::none);
    }

    /** The order a signed link is for, or null when the link is forged or has expired. */
    public @Nullable OrderSummary ofLink(String token) {
        var orderId = links.orderOf(token);
        return orderId.isEmpty()
                ? null
                : orders.find(new OrderId(orderId.getAsLong())).orElse(null);
    }

    public Problem none() {
        return Problem.notFound("portal.order.none");
    }
}
