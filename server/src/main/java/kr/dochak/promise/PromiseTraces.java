package kr.dochak.promise;

import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.identity.erasure.Hindrance;
import kr.dochak.identity.erasure.PersonTraces;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Promises of somebody who leaves: a parcel under way arrives first; windows and places name nobody and stay (IDN-3). */
@Component
class PromiseTraces implements PersonTraces {

    private static final int MOST_ORDERS = 10_000;

    private final JdbcClient jdbc;
    private final Orders orders;

    PromiseTraces(JdbcClient jdbc, Orders orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    @Override
    public String module() {
        return "promise";
    }

    @Override
    public List<Hindrance> hindrances(PersonId person) {
        List<OrderSummary> theirs = orders.ofPerson(person, null, MOST_ORDERS).items();
        int open = jdbc.sql("select count(*) from promise.promise where order_id = any(:orders) and state = 'OPEN'")
                .param("orders", Sql.ids(theirs, OrderSummary::orderId))
                .query(Integer.class)
                .single();
        return open == 0 ? List.of() : List.of(new Hindrance("parcels", open));
    }

    @Override
    public int forget(PersonId person) {
        return 0;
    }
}
