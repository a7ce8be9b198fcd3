package kr.dochak.promise.reach;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.database.Sql;
import kr.dochak.shared.Area;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the orders that a choice means as things are now; one whose parts are otherwise counts by any part of it. */
@Component
public class ChosenOrders {

    private final JdbcClient jdbc;

    ChosenOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An order that was chosen, with its customer. */
    public record Chosen(OrderId orderId, PersonId personId) {}

    /** Where an order is. */
    public enum Standing {
        UNDER_WAY,
        DELIVERED,
        /** It was cancelled, or will not come. */
        OVER
    }

    /** At most so many of them, by the number of the order. */
    public List<Chosen> find(OrderChoice choice, Instant now, int most) {
        boolean any = choice.only().isEmpty();
        return jdbc.sql("""
                select order_id, min(person_id) as person_id from (
                    select order_id, person_id, carrier, destination, p50 as comes from promise.promise
                    where tenant_id = :mall and state = 'OPEN' and :underWay
                      and (:any or order_id = any (:orders::bigint[]))
                    union all
                    select order_id, person_id, carrier, destination, delivered_at from promise.promise
                    where tenant_id = :mall and state in ('KEPT', 'MISSED') and delivered_at >= :since
                      and (:any or order_id = any (:orders::bigint[]))) p
                where carrier <> :trial
                  and (:carrier::text is null or carrier = :carrier)
                  and (:province::text is null or destination in (:province, :islands))
                  and (:from::timestamptz is null or comes >= :from)
                  and (:to::timestamptz is null or comes <= :to)
                group by order_id order by order_id limit :limit
                """)
                .param("mall", choice.mall().value())
                .param("underWay", choice.underWay())
                .param("any", any)
                .param("orders", Sql.ids(choice.only()))
                .param("since", Sql.at(now.minus(Duration.ofDays(choice.deliveredWithin()))))
                .param("trial", Carrier.TRIAL.id())
                .param("carrier", CarrierId.textOf(choice.carrier()))
                .param("province", choice.province())
                .param("islands", choice.province() + Area.ISLANDS)
                .param("from", Sql.at(startOf(choice.from())))
                .param("to", Sql.at(endOf(choice.to())))
                .param("limit", most)
                .query((row, n) -> new Chosen(new OrderId(row.getLong(1)), new PersonId(row.getLong(2))))
                .list();
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : Seoul.startOf(day);
    }

    private static @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null ? null : Seoul.endOf(day);
    }

    /** Where these orders are now; an order that is not known here is over. */
    public Map<OrderId, Standing> standing(Collection<OrderId> orders) {
        Map<OrderId, Standing> standing = new HashMap<>();
        orders.forEach(each -> standing.put(each, Standing.OVER));
        jdbc.sql("""
                select order_id, bool_or(state = 'OPEN') as open, bool_or(delivered_at is not null) as delivered
                from promise.promise where order_id = any (:orders::bigint[]) group by order_id
                """).param("orders", Sql.ids(orders)).query(row -> {
            Standing now = row.getBoolean("open")
                    ? Standing.UNDER_WAY
                    : row.getBoolean("delivered") ? Standing.DELIVERED : Standing.OVER;
            standing.put(new OrderId(row.getLong("order_id")), now);
        });
        return standing;
    }
}
