package kr.dochak.promise;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import kr.dochak.database.CopyText;
import kr.dochak.database.Sql;
import kr.dochak.promise.windows.BasisColumn;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.TimeWindow;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every window shown, append-only. */
@Repository
public class PromiseLedger {

    /** What made us show another window. */
    public enum Source {
        ORDER,
        REVISION,
        SHIPMENT,
        SCAN,
        TIMER,
        CUSTOMER
    }

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    PromiseLedger(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /** Writes down the windows of these promises as shown from now on. */
    void write(List<PromiseRow> rows, Source source, Reassessment rule, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        CopyText copy = new CopyText(rows.size() * 200);
        for (PromiseRow row : rows) {
            copy.value(row.id())
                    .value(now)
                    .value(row.window().p10())
                    .value(row.window().p50())
                    .value(row.window().p90())
                    .value(row.promised().from())
                    .value(row.promised().to())
                    .value(source.name())
                    .value(BasisColumn.write(row.window().basis()))
                    .value(rule.version(row.window()))
                    .endRow();
        }
        ConnectionCallback<Long> send = connection -> copy.into(connection, """
                copy promise.ledger
                    (promise_id, made_at, p10, p50, p90, promised_from, promised_to, source, basis, model_version)
                from stdin
                """);
        Objects.requireNonNull(jdbc.execute(send));
    }

    /**
     * Begins the ledgers of promises that were split off an order's: what was shown for the whole order was shown for each
     * of its parts. Parts with a ledger already are left alone.
     */
    public void begin(Collection<OrderId> orderIds, Instant now) {
        client.sql("""
                insert into promise.ledger
                    (promise_id, made_at, p10, p50, p90, promised_from, promised_to, source, basis, model_version)
                select p.id, :now, p.p10, p.p50, p.p90, p.promised_from, p.promised_to, 'SHIPMENT', p.basis,
                       coalesce((select l.model_version
                                 from promise.promise q join promise.ledger l on l.promise_id = q.id
                                 where q.order_id = p.order_id
                                 order by l.id desc
                                 limit 1), 0)
                from promise.promise p
                where p.order_id = any (:orders) and p.state = 'OPEN'
                  and not exists (select from promise.ledger l where l.promise_id = p.id)
                """)
                .param("orders", Sql.ids(orderIds))
                .param("now", Sql.at(now))
                .update();
    }

    public List<WindowShown> of(PromiseId promiseId) {
        return client.sql("select * from promise.ledger where promise_id = :id order by id")
                .param("id", promiseId.value())
                .query((row, n) -> new WindowShown(
                        Sql.moment(row, "made_at"),
                        new Window(
                                Sql.moment(row, "p10"),
                                Sql.moment(row, "p50"),
                                Sql.moment(row, "p90"),
                                BasisColumn.read(row.getString("basis"))),
                        new TimeWindow(Sql.moment(row, "promised_from"), Sql.moment(row, "promised_to")),
                        row.getString("source"),
                        row.getInt("model_version")))
                .list();
    }
}
