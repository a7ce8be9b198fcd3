package kr.dochak.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {

    @Test
    void what_is_committed_survives_a_power_cut(@TempDir Path data) throws Exception {
        DatabaseSettings settings = new DatabaseSettings(data, new DatabaseSettings.Database("", "", "", 0, "128MB"));
        try (PostgresServer postgres = new EmbeddedDatabase().postgresServer(settings);
                Connection connection = DriverManager.getConnection(postgres.url(), "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('fsync') = 'on' and current_setting('synchronous_commit') = 'on'
                           and current_setting('full_page_writes') = 'on'
                        """)) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isTrue();
        }
    }
}
