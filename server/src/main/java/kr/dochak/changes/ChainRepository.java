package kr.dochak.changes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.AdvisoryLock;
import kr.dochak.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chain of the log: its ends, its rows in their order, and what looks at it found. */
@Repository
class ChainRepository {

    private final JdbcClient jdbc;

    ChainRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last row of the chain, and the one before its first: rows that were let go came before that. */
    record Ends(ChainLink head, ChainLink base) {}

    /** Nobody else adds to the chain until the transaction ends. */
    void lock() {
        AdvisoryLock.CHANGE_CHAIN.take(jdbc);
    }

    Ends ends() {
        return jdbc.sql("select place, hash, base_place, base_hash from changes.head")
                .query((row, n) -> new Ends(
                        new ChainLink(row.getLong("place"), row.getString("hash")),
                        new ChainLink(row.getLong("base_place"), row.getString("base_hash"))))
                .single();
    }

    List<ChangeRow> unsealed(int most) {
        return jdbc.sql("select * from changes.entry where place is null order by id limit :most")
                .param("most", most)
                .query((row, n) -> ChangeRepository.row(row))
                .list();
    }

    int waiting() {
        return jdbc.sql("select count(*) from changes.entry where place is null")
                .query(Integer.class)
                .single();
    }

    void seal(List<ChangeRow> rows, List<ChainLink> links) {
        jdbc.sql("select changes.seal(:ids, :places, :hashes)")
                .param("ids", Sql.longs(rows, ChangeRow::id))
                .param("places", Sql.longs(links, ChainLink::place))
                .param("hashes", Sql.texts(links, ChainLink::hash))
                .query(row -> {});
    }

    /** The first rows of all that have a place after this one. */
    List<ChangeRow> after(long place, int most) {
        return jdbc.sql("select * from changes.entry where place > :place order by place limit :most")
                .param("place", place)
                .param("most", most)
                .query((row, n) -> ChangeRepository.row(row))
                .list();
    }

    int forget(Instant before, int most) {
        return jdbc.sql("select changes.forget(:before, :most)")
                .param("before", Sql.at(before))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    void verified(Instant at, long lines, ChainLink end, @Nullable Long broken) {
        jdbc.sql("""
                insert into changes.verification (at, place, hash, lines, broken)
                values (:at, :place, :hash, :lines, :broken::bigint)
                """)
                .param("at", Sql.at(at))
                .param("place", end.place())
                .param("hash", end.hash())
                .param("lines", lines)
                .param("broken", broken)
                .update();
    }

    Optional<ChainState.Look> lastLook() {
        return jdbc.sql("select at, lines, broken from changes.verification order by id desc limit 1")
                .query((row, n) -> new ChainState.Look(
                        Sql.moment(row, "at"), row.getLong("lines"), row.getObject("broken", Long.class)))
                .optional();
    }
}
