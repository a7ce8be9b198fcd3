package kr.dochak.backup.moving;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/** Fills the tables of a database with the rows of another, in one transaction of the caller: all of them or none. */
final class Filling {

    private final Connection from;
    private final Connection into;
    private final Shape shape;

    Filling(Connection from, Connection into, Shape shape) {
        this.from = from;
        this.into = into;
        this.shape = shape;
    }

    /** What each table holds afterwards, which is the same in both; throws {@link MoveProblem} where it is not. */
    Map<String, Sum> fill(Shape target) throws SQLException {
        try (Statement sql = into.createStatement()) {
            for (String part : shape.parts().values()) {
                sql.execute(part);
            }
            // rows come in an order of their own, and nobody acts on them
            for (Shape.Link link : target.links()) {
                sql.execute(link.drop());
            }
            triggers(sql, "disable");
            // what migrations put in is in the rows that come
            sql.execute(
                    "truncate %s".formatted(String.join(", ", shape.columns().keySet())));
            for (Map.Entry<String, List<String>> table : shape.columns().entrySet()) {
                copy(table.getKey(), table.getValue());
            }
            triggers(sql, "enable");
            for (Shape.Link link : target.links()) {
                sql.execute(link.make());
            }
            numbers(sql);
        }
        return compare();
    }

    private void triggers(Statement sql, String how) throws SQLException {
        for (String table : shape.columns().keySet()) {
            sql.execute("alter table %s %s trigger user".formatted(table, how));
        }
    }

    private void numbers(Statement sql) throws SQLException {
        for (Map.Entry<String, Long> sequence : shape.sequences().entrySet()) {
            if (sequence.getValue() != null) {
                sql.execute(
                        "select setval('%s', %d)".formatted(sequence.getKey().replace("'", "''"), sequence.getValue()));
            }
        }
    }

    private void copy(String table, List<String> columns) throws SQLException {
        String list = String.join(", ", columns);
        CopyManager reads = from.unwrap(PGConnection.class).getCopyAPI();
        CopyManager writes = into.unwrap(PGConnection.class).getCopyAPI();
        CopyOut out = reads.copyOut("copy (select " + list + " from " + table + ") to stdout");
        CopyIn in = writes.copyIn("copy " + table + " (" + list + ") from stdin");
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            in.writeToCopy(row, 0, row.length);
        }
        in.endCopy();
    }

    private Map<String, Sum> compare() throws SQLException {
        Map<String, Sum> sums = new TreeMap<>();
        for (Map.Entry<String, List<String>> table : shape.columns().entrySet()) {
            Sum here = Sum.of(from, table.getKey(), table.getValue());
            Sum there = Sum.of(into, table.getKey(), table.getValue());
            if (!here.equals(there)) {
                throw new MoveProblem(
                        "%s 표가 옮긴 뒤에 달라요: %,d행과 %,d행이에요. 옮기지 않았어요."
                                .formatted(table.getKey(), here.rows(), there.rows()),
                        "a table is not the same after the move; nothing was moved");
            }
            sums.put(table.getKey(), there);
        }
        return sums;
    }
}
