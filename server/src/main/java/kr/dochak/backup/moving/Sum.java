package kr.dochak.backup.moving;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * How many rows a table has, and a sum over all that stands in them, whatever their order. The same rows have the same sum in every
 * PostgreSQL, so a chain that was whole is whole.
 */
record Sum(long rows, BigDecimal content) {

    /** Texts of a value hang on these. */
    private static final String SAME_TEXTS = """
            set time zone 'UTC';
            set datestyle = 'ISO, YMD';
            set intervalstyle = 'postgres';
            set extra_float_digits = 3;
            set bytea_output = 'hex'
            """;

    /** From now on this connection writes values as the other does. */
    static void sameTexts(Connection database) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute(SAME_TEXTS);
        }
    }

    static Sum of(Connection database, String table, List<String> columns) throws SQLException {
        String sum = "select count(*), coalesce(sum(hashtextextended(r::text, 0)), 0) from (select %s from %s) r"
                .formatted(columns.isEmpty() ? "1" : String.join(", ", columns), table);
        try (Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery(sum)) {
            row.next();
            return new Sum(row.getLong(1), row.getBigDecimal(2));
        }
    }
}
