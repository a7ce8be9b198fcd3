package kr.dochak.messaging;

import java.util.Collection;
import java.util.List;
import kr.dochak.tracking.Move;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** How far moves were read, and those that wait because their shipment or order is not known here yet. */
@Repository
class MoveRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MoveRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The last move that was dealt with; only one reader at a time gets past this line. */
    long lockCursor() {
        return jdbc.sql("select last_id from messaging.move_cursor for update")
                .query(Long.class)
                .single();
    }

    void advance(long lastId) {
        jdbc.sql("update messaging.move_cursor set last_id = :id").param("id", lastId).update();
    }

    void park(Collection<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into messaging.waiting_move (move_id, move)
                select * from unnest(:id::bigint[], :move::text[]::jsonb[])
                on conflict do nothing
                """)
                .param("id", moves.stream().map(Move::id).toArray(Long[]::new))
                .param("move", moves.stream().map(json::writeValueAsString).toArray(String[]::new))
                .update();
    }

    /** Takes out parked moves whose shipment and order have become known. */
    List<Move> takeKnown(int limit) {
        return jdbc.sql("""
                delete from messaging.waiting_move w
                where w.move_id in (
                    select move_id from messaging.waiting_move m
                    where exists (
                        select from messaging.parcel p join messaging.known_order k using (order_id)
                        where p.shipment_id = (m.move ->> 'shipmentId')::bigint)
                    order by move_id limit :limit
                )
                returning w.move
                """)
                .param("limit", limit)
                .query((row, number) -> json.readValue(row.getString(1), Move.class))
                .list();
    }
}
