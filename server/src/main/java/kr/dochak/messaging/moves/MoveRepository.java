package kr.dochak.messaging.moves;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.shared.OrderId;
import kr.dochak.tracking.FeedReader;
import kr.dochak.tracking.Move;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** How far moves were read, and those that wait because their shipment or order is not known here yet. */
@Repository
public class MoveRepository implements FeedReader.Mark {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MoveRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Long> lock() {
        return jdbc.sql("select last_id from messaging.move_cursor for update skip locked")
                .query(Long.class)
                .optional();
    }

    @Override
    public void moveTo(long lastId) {
        jdbc.sql("update messaging.move_cursor set last_id = :id")
                .param("id", lastId)
                .update();
    }

    /** A move of one order that this module does not know yet. */
    public record Waiting(OrderId orderId, Move move) {}

    void park(Collection<Waiting> moves) {
        if (moves.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into messaging.waiting_move (move_id, order_id, move)
                select * from unnest(:id::bigint[], :order::bigint[], :move::text[]::jsonb[])
                on conflict do nothing
                """)
                .param("id", Sql.longs(moves, waiting -> waiting.move().id()))
                .param("order", Sql.ids(moves, Waiting::orderId))
                .param("move", Sql.texts(moves, waiting -> json.writeValueAsString(waiting.move())))
                .update();
    }

    /** Takes out parked moves whose order has become known. */
    List<Waiting> takeKnown(int limit) {
        return jdbc.sql("""
                delete from messaging.waiting_move w
                where (w.move_id, w.order_id) in (
                    select m.move_id, m.order_id
                    from messaging.waiting_move m join messaging.known_order k using (order_id)
                    order by m.move_id limit :limit)
                returning w.order_id, w.move
                """)
                .param("limit", limit)
                .query((row, number) ->
                        new Waiting(new OrderId(row.getLong(1)), json.readValue(row.getString(2), Move.class)))
                .list();
    }
}
