package kr.dochak.benchmarks.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The server's database, to read only: what is measured here must not change what is measured. */
public final class Database implements AutoCloseable {

    private final String url;
    private final Connection connection;

    public Database(String url) throws SQLException {
        this.url = url;
        this.connection = DriverManager.getConnection(url);
        connection.setReadOnly(true);
    }

    public String url() {
        return url;
    }

    /** The first column of the only row; a null counts as 0. */
    public long number(String sql, @Nullable Object... parameters) throws SQLException {
        Object value = rows(sql, parameters).getFirst().values().iterator().next();
        return value == null ? 0 : ((Number) value).longValue();
    }

    /** All rows, each by column name. */
    public List<Map<String, @Nullable Object>> rows(String sql, @Nullable Object... parameters) throws SQLException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        each(sql, row -> rows.add(row), parameters);
        return rows;
    }

    /** Each row in turn, without keeping them. */
    public void each(String sql, RowReader reader, @Nullable Object... parameters) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(2_000);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                ResultSetMetaData columns = result.getMetaData();
                while (result.next()) {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    for (int c = 1; c <= columns.getColumnCount(); c++) {
                        row.put(columns.getColumnLabel(c), result.getObject(c));
                    }
                    reader.row(row);
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Takes a row. */
    @FunctionalInterface
    public interface RowReader {
        void row(Map<String, @Nullable Object> row);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
