package kr.dochak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database that a killed server left when windows rested on sentences, for one application context to start on. */
public class StateBefore extends TestDatabase {

    private static final String ROWS = "/before/windows-as-sentences.sql";

    /** The last migration of each module then. */
    private static final Map<String, String> MIGRATIONS = Map.ofEntries(
            Map.entry("__root", "1"),
            Map.entry("benefits", "2"),
            Map.entry("care", "10"),
            Map.entry("compensation", "5"),
            Map.entry("identity", "10"),
            Map.entry("insight", "2"),
            Map.entry("messaging", "10"),
            Map.entry("orders", "4"),
            Map.entry("promise", "20"),
            Map.entry("shared", "1"),
            Map.entry("tracking", "11"),
            Map.entry("webhooks", "1"));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        super.initialize(context);
        String url = Objects.requireNonNull(context.getEnvironment().getProperty("dochak.database.url"));
        MIGRATIONS.forEach((module, last) -> migrate(url, module, last));
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            load(connection);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the state before cannot be loaded", e);
        }
        StateBeforeTests.before =
                StateBeforeTests.State.of(JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres")));
    }

    private static void migrate(String url, String module, String last) {
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("classpath:db/migration/" + module)
                .table("flyway_schema_history" + (module.equals("__root") ? "" : "_" + module))
                .baselineVersion("0")
                .baselineOnMigrate(true)
                .target(last)
                .load()
                .migrate();
    }

    /** A line is a statement; the rows of a copy follow it, as in a dump. */
    private static void load(Connection connection) throws SQLException, IOException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (Statement statement = connection.createStatement();
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(StateBefore.class.getResourceAsStream(ROWS)), StandardCharsets.UTF_8))) {
            statement.execute("set session_replication_role = replica");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("copy ")) {
                    copies.copyIn(line, new StringReader(rows(lines)));
                } else {
                    statement.execute(line);
                }
            }
        }
    }

    private static String rows(BufferedReader lines) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String line = lines.readLine(); !line.equals("\\."); line = lines.readLine()) {
            rows.append(line).append('\n');
        }
        return rows.toString();
    }
}
