package kr.dochak.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
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

    private static final RowMapper<OrderSummary> SUMMARY = (row, n) -> summary(row);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrderQuery(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Map<OrderId, OrderSummary> summaries(Collection<OrderId> ids) {
        return jdbc
                .sql("select * from orders.customer_order where id = any(:ids)")
                .param("ids", Sql.ids(ids))
                .query(SUMMARY)
                .list()
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

    Map<OrderId, Map<Integer, Long>> lineWorth(Collection<OrderId> orderIds) {
        record Worth(OrderId orderId, int line, long won) {}
        return jdbc
                .sql("""
                select order_id, line, quantity * unit_price as won from orders.order_line where order_id = any(:ids)
                """)
                .param("ids", Sql.ids(orderIds))
                .query((row, n) ->
                        new Worth(new OrderId(row.getLong("order_id")), row.getInt("line"), row.getLong("won")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Worth::orderId, Collectors.toMap(Worth::line, Worth::won)));
    }

    Optional<OrderDetail> detail(OrderId orderId) {
        List<OrderLine> lines = lines(orderId);
        List<OrderRevision> revisions = revisions(orderId);
        return jdbc.sql("select * from orders.customer_order where id = :id")
                .param("id", orderId.value())
                .query((row, n) -> new OrderDetail(
                        summary(row),
                        lines,
                        amounts(row),
                        row.getString("payment_method"),
                        row.getString("source"),
                        revisions))
                .optional();
    }

    /** Without their revisions, which no list needs. */
    List<OrderDetail> details(Collection<OrderId> ids) {
        Map<OrderId, List<OrderLine>> lines = linesOf(ids);
        Map<OrderId, OrderDetail> byId = jdbc
                .sql("select * from orders.customer_order where id = any(:ids)")
                .param("ids", Sql.ids(ids))
                .query((row, n) -> new OrderDetail(
                        summary(row),
                        lines.getOrDefault(new OrderId(row.getLong("id")), List.of()),
                        amounts(row),
                        row.getString("payment_method"),
                        row.getString("source"),
                        List.of()))
                .list()
                .stream()
                .collect(Collectors.toMap(order -> order.summary().orderId(), Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private Map<OrderId, List<OrderLine>> linesOf(Collection<OrderId> ids) {
        record Row(OrderId orderId, OrderLine line) {}
        return jdbc
                .sql("select * from orders.order_line where order_id = any(:ids) order by order_id, line")
                .param("ids", Sql.ids(ids))
                .query((row, n) -> new Row(new OrderId(row.getLong("order_id")), line(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::orderId, Collectors.mapping(Row::line, Collectors.toList())));
    }

    private static OrderLine line(ResultSet row) throws SQLException {
        return new OrderLine(
                row.getInt("line"),
                row.getString("sku"),
                row.getString("name"),
                row.getInt("quantity"),
                row.getLong("unit_price"),
                row.getString("image_url"));
    }

    Keyset<OrderSummary> ofPerson(PersonId personId, @Nullable String cursor, int limit) {
        return page(jdbc.sql("""
                select * from orders.customer_order
                where person_id = :person and id < :before
                order by id desc limit :limit
                """).param("person", personId.value()), cursor, limit);
    }

    Keyset<OrderSummary> searchOfPerson(PersonId personId, String text, @Nullable String cursor, int limit) {
        return page(jdbc.sql("""
                select o.* from orders.customer_order o
                where o.person_id = :person and o.id < :before
                  and (strpos(lower(o.order_no), lower(:text)) > 0
                       or exists (select 1 from orders.order_line l
                                  where l.order_id = o.id and strpos(lower(l.name), lower(:text)) > 0))
                order by o.id desc limit :limit
                """).param("person", personId.value()).param("text", text), cursor, limit);
    }

    Keyset<OrderSummary> ofTenant(MallId tenantId, @Nullable String cursor, int limit) {
        return page(jdbc.sql("""
                select * from orders.customer_order
                where tenant_id = :tenant and id < :before
                order by id desc limit :limit
                """).param("tenant", tenantId.value()), cursor, limit);
    }

    private static Keyset<OrderSummary> page(JdbcClient.StatementSpec query, @Nullable String cursor, int limit) {
        List<OrderSummary> rows = query.param("before", Cursor.read(cursor).number(0, Long.MAX_VALUE))
                .param("limit", limit + 1)
                .query(SUMMARY)
                .list();
        return Keyset.of(rows, limit, last -> Cursor.after(last.orderId().value()));
    }

    private List<OrderLine> lines(OrderId orderId) {
        return jdbc.sql("select * from orders.order_line where order_id = :id order by line")
                .param("id", orderId.value())
                .query((row, n) -> line(row))
                .list();
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
                row.getString("carrier"),
                request(row),
                Sql.instant(row, "picking_at"),
                Sql.instant(row, "packed_at"),
                Sql.instant(row, "cancelled_at"),
                row.getInt("revision"));
    }

    private static DeliveryRequest request(ResultSet row) throws SQLException {
        return new DeliveryRequest(
                DeliveryRequest.Place.valueOf(row.getString("request_place")),
                row.getString("request_note"),
                row.getDate("request_day") == null
                        ? null
                        : row.getDate("request_day").toLocalDate());
    }
}
