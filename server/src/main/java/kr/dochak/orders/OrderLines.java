package kr.dochak.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.shared.OrderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the lines of orders. */
@Repository
class OrderLines {

    private final JdbcClient jdbc;

    OrderLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<OrderId, Map<Integer, Long>> worth(Collection<OrderId> orderIds) {
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

    Map<OrderId, Map<Integer, Integer>> pieces(Collection<OrderId> orderIds) {
        record Pieces(OrderId orderId, int line, int count) {}
        return jdbc
                .sql("select order_id, line, quantity from orders.order_line where order_id = any(:ids)")
                .param("ids", Sql.ids(orderIds))
                .query((row, n) -> new Pieces(new OrderId(row.getLong(1)), row.getInt(2), row.getInt(3)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Pieces::orderId, Collectors.toMap(Pieces::line, Pieces::count)));
    }

    Map<OrderId, List<OrderLine>> of(Collection<OrderId> ids) {
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

    List<OrderLine> of(OrderId orderId) {
        return jdbc.sql("select * from orders.order_line where order_id = :id order by line")
                .param("id", orderId.value())
                .query((row, n) -> line(row))
                .list();
    }
}
