package kr.dochak.promise.accuracy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.windows.BasisColumn;
import kr.dochak.promise.windows.DayChances.Way;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads past orders with the window that was shown first. */
@Repository
class PastQuery {

    private final JdbcClient jdbc;

    PastQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those promised for {@code from} until before {@code now}; of very many an even sample. */
    PastOrders orders(MallId tenantId, Instant from, Instant now, int most) {
        long all = jdbc.sql("""
                select count(*) from promise.promise
                where tenant_id = :tenant and promised_to >= :from and promised_to < :now
                  and state <> 'VOID' and not timed and not promise.on_customers_day(basis)
                """)
                .param("tenant", tenantId.value())
                .param("from", Sql.at(from))
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
        return new PastOrders(sample(tenantId, from, now, Math.max(1, (all + most - 1) / most)), all);
    }

    private List<PastOrder> sample(MallId tenantId, Instant from, Instant now, long every) {
        return jdbc.sql("""
                select p.carrier, p.origin, p.destination, p.confirmed_at, p.delivered_at, p.delay_cause, p.total_won,
                       l.p10, l.p50, l.p90, l.basis
                from promise.promise p cross join lateral (
                    select * from promise.ledger l where l.promise_id = p.id order by l.id limit 1) l
                where p.tenant_id = :tenant and p.promised_to >= :from and p.promised_to < :now
                  and p.state <> 'VOID' and not p.timed and not promise.on_customers_day(p.basis)
                  and p.id % :every = 0 and l.source = 'ORDER'
                """)
                .param("tenant", tenantId.value())
                .param("from", Sql.at(from))
                .param("now", Sql.at(now))
                .param("every", every)
                .query((row, n) -> order(row, now))
                .list();
    }

    private static PastOrder order(ResultSet row, Instant now) throws SQLException {
        Instant delivered = Sql.instant(row, "delivered_at");
        String cause = row.getString("delay_cause");
        return new PastOrder(
                new Way(row.getString("carrier"), row.getString("origin"), row.getString("destination")),
                Sql.moment(row, "confirmed_at"),
                new Window(
                        Sql.moment(row, "p10"),
                        Sql.moment(row, "p50"),
                        Sql.moment(row, "p90"),
                        BasisColumn.read(row.getString("basis"))),
                delivered == null ? now : delivered,
                delivered != null,
                cause == null ? null : DelayCause.valueOf(cause),
                new Won(row.getLong("total_won")));
    }
}
