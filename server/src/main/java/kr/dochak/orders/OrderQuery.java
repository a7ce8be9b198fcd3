package kr.dochak.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.orders.OrderFact.MallPromise;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads orders for pages and the API. */
@Repository
class OrderQuery {

    private static final RowMapper<OrderNotes.Closed> CLOSED =
            (row, n) -> new OrderNotes.Closed(summary(row), row.getBytes("note"), row.getLong("note_person"));

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrderNotes notes;
    private final OrderLines lines;

    OrderQuery(JdbcClient jdbc, JsonMapper json, OrderNotes notes, OrderLines lines) {
        this.jdbc = jdbc;
        this.json = json;
        this.notes = notes;
        this.lines = lines;
    }

    Map<OrderId, OrderSummary> summaries(Collection<OrderId> ids) {
        return notes
                .open(jdbc.sql("select * from orders.customer_order where id = any(:ids)")
                        .param("ids", Sql.ids(ids))
                        .query(CLOSED)
                        .list())
                .stream()
                .collect(Collectors.toMap(OrderSummary::orderId, Function.identity()));
    }

    Map<String, OrderId> idsOf(MallId tenantId, Collection<String> orderNos) {
        record Row(String orderNo, OrderId id) {}
        return jdbc
                .sql(
                        "select order_no, id from orders.customer_order where tenant_id = :tenant and order_no = any(:nos)")
                .param("tenant", tenantId.value())
                .param("nos", orderNos.toArray(String[]::new))
                .query((row, n) -> new Row(row.getString(1), new OrderId(row.getLong(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::orderNo, Row::id));
    }

    Optional<OrderDetail> detail(OrderId orderId) {
        List<OrderLine> itsLines = lines.of(orderId);
        List<OrderRevision> revisions = revisions(orderId);
        OrderSummary summary = summaries(List.of(orderId)).get(orderId);
        return summary == null
                ? Optional.empty()
                : jdbc.sql("select * from orders.customer_order where id = :id")
                        .param("id", orderId.value())
                        .query((row, n) -> new OrderDetail(
                                summary,
                                itsLines,
                                amounts(row),
                                row.getString("payment_method"),
                                row.getString("source"),
                                revisions))
                        .optional();
    }

    /** Without their revisions, which no list needs. */
    List<OrderDetail> details(Collection<OrderId> ids) {
        Map<OrderId, List<OrderLine>> linesOf = lines.of(ids);
        Map<OrderId, OrderSummary> summaries = summaries(ids);
        Map<OrderId, OrderDetail> byId = jdbc
                .sql("select * from orders.customer_order where id = any(:ids)")
                .param("ids", Sql.ids(ids))
                .query((row, n) -> new OrderDetail(
                        summaries.getOrDefault(new OrderId(row.getLong("id")), summary(row)),
                        linesOf.getOrDefault(new OrderId(row.getLong("id")), List.of()),
                        amounts(row),
                        row.getString("payment_method"),
                        row.getString("source"),
                        List.of()))
                .list()
                .stream()
                .collect(Collectors.toMap(order -> order.summary().orderId(), Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    Keyset<OrderSummary> ofPeople(Collection<PersonId> personIds, @Nullable String cursor, int limit) {
        return page(jdbc.sql("""
                select * from orders.customer_order
                where person_id = any(:persons) and id < :before
                order by id desc limit :limit
                """).param("persons", Sql.ids(personIds)), cursor, limit);
    }

    Keyset<OrderSummary> searchOfPeople(
            Collection<PersonId> personIds, String text, @Nullable String cursor, int limit) {
        return page(jdbc.sql("""
                select o.* from orders.customer_order o
                where o.person_id = any(:persons) and o.id < :before
                  and (strpos(lower(o.order_no), lower(:text)) > 0
                       or exists (select 1 from orders.order_line l
                                  where l.order_id = o.id and strpos(lower(l.name), lower(:text)) > 0))
                order by o.id desc limit :limit
                """).param("persons", Sql.ids(personIds)).param("text", text), cursor, limit);
    }

    Keyset<OrderSummary> ofTenant(MallId tenantId, @Nullable String cursor, int limit) {
        return page(jdbc.sql("""
                select * from orders.customer_order
                where tenant_id = :tenant and id < :before
                order by id desc limit :limit
                """).param("tenant", tenantId.value()), cursor, limit);
    }

    Optional<Orders.Unreached> unreached(MallId tenantId, Instant since) {
        return jdbc.sql("""
                select count(*) as orders, min(received_at) as since from orders.customer_order
                where tenant_id = :tenant and unreachable and status <> 'CANCELLED' and received_at >= :since
                """)
                .param("tenant", tenantId.value())
                .param("since", Sql.at(since))
                .query((row, n) -> row.getInt("orders") == 0
                        ? Optional.<Orders.Unreached>empty()
                        : Optional.of(new Orders.Unreached(row.getInt("orders"), Sql.moment(row, "since"))))
                .single();
    }

    Keyset<OrderSummary> unreached(MallId tenantId, Instant since, @Nullable String cursor, int limit) {
        return page(jdbc.sql("""
                select * from orders.customer_order
                where tenant_id = :tenant and unreachable and status <> 'CANCELLED' and received_at >= :since
                  and id < :before
                order by id desc limit :limit
                """).param("tenant", tenantId.value()).param("since", Sql.at(since)), cursor, limit);
    }

    private Keyset<OrderSummary> page(JdbcClient.StatementSpec query, @Nullable String cursor, int limit) {
        List<OrderSummary> rows =
                notes.open(query.param("before", Cursor.read(cursor).number(0, Long.MAX_VALUE))
                        .param("limit", limit + 1)
                        .query(CLOSED)
                        .list());
        return Keyset.of(rows, limit, last -> Cursor.after(last.orderId().value()));
    }

    private List<OrderRevision> revisions(OrderId orderId) {
        return jdbc.sql("select * from orders.revision where order_id = :id order by revision")
                .param("id", orderId.value())
                .query((row, n) -> new OrderRevision(
                        row.getInt("revision"),
                        Sql.moment(row, "at"),
                        row.getString("who"),
                        row.getString("why"),
                        Arrays.asList((String[]) row.getArray("changed").getArray())))
                .list();
    }

    private OrderAmounts amounts(ResultSet row) throws SQLException {
        return new OrderAmounts(
                row.getLong("items_won"),
                row.getLong("shipping_won"),
                row.getLong("discount_won"),
                row.getLong("points_won"),
                row.getLong("total_won"),
                List.of(json.readValue(row.getString("discounts"), OrderAmounts.Discount[].class)));
    }

    private static OrderSummary summary(ResultSet row) throws SQLException {
        return new OrderSummary(
                new OrderId(row.getLong("id")),
                new MallId(row.getLong("tenant_id")),
                row.getString("order_no"),
                new PersonId(row.getLong("person_id")),
                row.getLong("recipient_id"),
                row.getString("title"),
                row.getLong("total_won"),
                row.getInt("line_count"),
                Sql.moment(row, "ordered_at"),
                Sql.moment(row, "confirmed_at"),
                row.getString("origin_area"),
                row.getString("destination_area"),
                CarrierId.ofNullable(row.getString("carrier")),
                request(row),
                Sql.instant(row, "picking_at"),
                Sql.instant(row, "packed_at"),
                Sql.instant(row, "cancelled_at"),
                row.getInt("revision"),
                OrderStatus.valueOf(row.getString("status")));
    }

    /** The order as it is announced to other modules. */
    PlacedOrder placed(OrderId orderId) {
        return jdbc.sql("select * from orders.customer_order where id = :id")
                .param("id", orderId.value())
                .query((row, n) -> placed(summary(row), promised(row)))
                .single();
    }

    private static PlacedOrder placed(OrderSummary order, @Nullable MallPromise promised) {
        return new PlacedOrder(
                order.orderId(),
                order.tenantId(),
                order.orderNo(),
                order.personId(),
                order.recipientId(),
                order.confirmedAt(),
                order.originArea(),
                order.destinationArea(),
                order.carrier(),
                order.totalWon(),
                order.lineCount(),
                promised,
                order.orderedAt());
    }

    private static @Nullable MallPromise promised(ResultSet row) throws SQLException {
        Instant to = Sql.instant(row, "promised_to");
        return to == null
                ? null
                : new MallPromise(Sql.moment(row, "promised_from"), to, row.getBoolean("promised_timed"));
    }

    private static DeliveryRequest request(ResultSet row) throws SQLException {
        return new DeliveryRequest(
                DeliveryRequest.Place.valueOf(row.getString("request_place")),
                "",
                row.getDate("request_day") == null
                        ? null
                        : row.getDate("request_day").toLocalDate());
    }
}
