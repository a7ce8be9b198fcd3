package kr.dochak.benchmarks.server;

import java.sql.SQLException;
import java.util.stream.Collectors;

/** Which tables and indexes are largest, and how their rows were updated. */
public record Growth(String text) {

    public static Growth of(Database database) throws SQLException {
        return new Growth(database.rows("""
                select s.schemaname || '.' || s.relname as name, pg_relation_size(s.relid) >> 20 as heap,
                       pg_indexes_size(s.relid) >> 20 as indexes, s.n_tup_upd as updated, s.n_tup_hot_upd as hot,
                       s.n_dead_tup as dead, s.autovacuum_count as vacuums
                from pg_stat_user_tables s order by pg_total_relation_size(s.relid) desc limit 8
                """).stream()
                .map(row -> "%-32s %6s MB, indexes %6s MB; %s updates, %s of them HOT; %s dead, vacuumed %s times"
                        .formatted(
                                row.get("name"),
                                row.get("heap"),
                                row.get("indexes"),
                                row.get("updated"),
                                row.get("hot"),
                                row.get("dead"),
                                row.get("vacuums")))
                .collect(Collectors.joining("\n")));
    }

    @Override
    public String toString() {
        return text;
    }
}
