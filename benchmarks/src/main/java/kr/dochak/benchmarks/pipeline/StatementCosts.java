package kr.dochak.benchmarks.pipeline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What each statement cost inside PostgreSQL since it was asked for; needs {@code pg_stat_statements} to be loaded. */
record StatementCosts(String url) {

    private static final int SHOWN = 14;

    /** Counts from now on; with an empty url nothing is counted. */
    static StatementCosts of(String url) throws SQLException {
        if (!url.isEmpty()) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("create extension if not exists pg_stat_statements");
                statement.execute("select pg_stat_statements_reset()");
            }
        }
        return new StatementCosts(url);
    }

    void print(int scans) throws SQLException {
        if (url.isEmpty()) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select total_exec_time * 1000, calls, wal_bytes, left(regexp_replace(query, '\\s+', ' ', 'g'), 110)
                        from pg_stat_statements order by total_exec_time desc limit %d
                        """.formatted(SHOWN))) {
            while (row.next()) {
                System.out.printf(
                        "      %6.2f µs and %6.0f WAL bytes a scan, %,7d calls: %s%n",
                        row.getDouble(1) / scans, row.getDouble(3) / scans, row.getLong(2), row.getString(4));
            }
        }
    }
}
