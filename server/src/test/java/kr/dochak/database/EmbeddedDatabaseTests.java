package kr.dochak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {

    @Test
    void what_is_committed_survives_a_power_cut(@TempDir Path data) throws Exception {
        DatabaseSettings settings = settings(data);
        try (PostgresServer postgres = new EmbeddedDatabase().postgresServer(settings);
                Connection connection = connection(settings, postgres);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('fsync') = 'on' and current_setting('synchronous_commit') = 'on'
                           and current_setting('full_page_writes') = 'on'
                        """)) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isTrue();
        }
    }

    @Test
    void a_postgresql_that_is_killed_comes_back_with_what_was_committed(@TempDir Path data) throws Exception {
        DatabaseSettings settings = settings(data);
        try (PostgresServer postgres = new EmbeddedDatabase().postgresServer(settings)) {
            try (Connection connection = connection(settings, postgres)) {
                connection.createStatement().execute("create table kept as select 41 + 1 as answer");
            }
            String pid =
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
            ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
            assertThat(Awaitility.await()
                            .atMost(Duration.ofMinutes(1))
                            .ignoreExceptions()
                            .until(() -> answer(settings, postgres), answer -> answer == 42))
                    .isEqualTo(42);
        }
    }

    @Test
    void SET_3_files_of_another_postgresql_are_refused_in_a_sentence_and_left_alone(@TempDir Path data)
            throws Exception {
        Path version = Files.createDirectories(data.resolve("postgres")).resolve("PG_VERSION");
        Files.writeString(version, "17\n");
        assertThatThrownBy(() -> new EmbeddedDatabase().postgresServer(settings(data)))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("PostgreSQL 18");
        assertThat(version).hasContent("17");
        assertThat(data.resolve("postgres")).isDirectoryNotContaining("glob:**/postgresql.conf");
    }

    static DatabaseSettings settings(Path data) {
        return new DatabaseSettings(data, new DatabaseSettings.Database("", "", "", "", "", 0, "128MB", "1GB"));
    }

    private static Connection connection(DatabaseSettings settings, PostgresServer postgres)
            throws IOException, SQLException {
        String superuser = DatabaseKeys.find(settings.keys()).superuser();
        return DriverManager.getConnection(postgres.url(), "postgres", superuser);
    }

    private static int answer(DatabaseSettings settings, PostgresServer postgres) throws IOException, SQLException {
        try (Connection connection = connection(settings, postgres);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select answer from kept")) {
            row.next();
            return row.getInt(1);
        }
    }
}
