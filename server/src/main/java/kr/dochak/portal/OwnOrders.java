package kr.dochak.portal;

import java.util.Optional;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.vault.People;
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
    private final People people;

    OwnOrders(Orders orders, SignedLinks links, People people) {
        this.orders = orders;
        this.links = links;
        this.people = people;
    }

    /** The customer's own order; throws {@link Problem} 404 for any other. */
    public OrderSummary of(@Nullable CustomerLogin customer, OrderId orderId) {
        return find(customer, orderId).orElseThrow(this::none);
    }

    /** Whether an order is the customer's own. */
    boolean owns(@Nullable CustomerLogin customer, OrderId orderId) {
        return find(customer, orderId).isPresent();
    }

    private Optional<OrderSummary> find(@Nullable CustomerLogin customer, OrderId orderId) {
        return orders.find(orderId)
                .filter(order -> customer != null
                        && order.tenantId().equals(customer.tenantId())
                        && people.behind(customer).contains(order.personId()));
    }

    /** The order a signed link is for, or null when the link is forged or has expired, or its person was erased. */
    public @Nullable OrderSummary ofLink(String token) {
        var orderId = links.orderOf(token);
        return orderId.isEmpty()
                ? null
                : orders.find(new OrderId(orderId.getAsLong()))
                        .filter(order -> !people.isErased(order.personId()))
                        .orElse(null);
    }

    public Problem none() {
        return Problem.notFound("portal.order.none");
    }
}
