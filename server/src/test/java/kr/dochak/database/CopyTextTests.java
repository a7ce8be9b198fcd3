package kr.dochak.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is copied is what was said, whatever was said. */
@ProductTest
class CopyTextTests {

    private record Row(long number, String text, Instant at) {}

    private final JdbcTemplate jdbc;

    CopyTextTests(@Autowired JdbcClient application) {
        this.jdbc = new JdbcTemplate(TestDatabase.superuser(application));
    }

    @Test
    void every_character_and_every_moment_arrives_as_it_was() {
        List<Row> rows = List.of(
                new Row(0, "", Instant.EPOCH),
                new Row(-1, "옥천HUB 간선하차", Instant.parse("2026-11-22T14:59:59.123456Z")),
                new Row(
                        Long.MIN_VALUE,
                        "tab\t line\n return\r back\\slash \\N \\.",
                        Instant.parse("1969-12-31T23:59:59Z")),
                new Row(Long.MAX_VALUE, "📦 도착 🏠", Instant.parse("2038-01-19T03:14:08.000001Z")),
                new Row(7, "가".repeat(500), Instant.parse("2026-02-28T15:00:00.5Z")));
        List<Row> read = jdbc.execute((ConnectionCallback<List<Row>>) connection -> {
            connection.createStatement().execute("create temporary table copied (n bigint, t text, a timestamptz)");
            copy(connection, rows);
            List<Row> found = new java.util.ArrayList<>();
            try (var row = connection.createStatement().executeQuery("select n, t, a from copied")) {
                while (row.next()) {
                    found.add(new Row(row.getLong(1), row.getString(2), Sql.moment(row, "a")));
                }
            }
            connection.createStatement().execute("drop table copied");
            return found;
        });
        assertThat(read).containsExactlyInAnyOrderElementsOf(rows);
    }

    private static void copy(Connection connection, List<Row> rows) throws SQLException {
        CopyText copy = new CopyText(1);
        rows.forEach(row ->
                copy.value(row.number()).value(row.text()).value(row.at()).endRow());
        assertThat(copy.into(connection, "copy copied from stdin")).isEqualTo(rows.size());
    }
}
