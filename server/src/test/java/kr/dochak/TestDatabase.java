package kr.dochak;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL for the whole test run, a database of its own for each application context. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** As docs/database-roles.md has them: who migrates, and who works. */
    public static final String OWNER = "dochak_owner";

    public static final String APPLICATION = "dochak";

    private static final String SUPERUSER = "postgres";
    private static final AtomicInteger databases = new AtomicInteger();

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();
        static final Path FILES = files();

        private static Path files() {
            try {
                return Files.createTempDirectory("dochak-tests");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres started = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "400")
                        .start();
                try (Connection connection = started.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create role " + OWNER + " login; create role " + APPLICATION + " login;"
                            + " create role dochak_archive nologin; grant dochak_archive, pg_checkpoint to " + OWNER);
                }
                // every database of the tests is a copy of this one
                try (Connection connection = started.getTemplateDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("grant execute on function pg_switch_wal(), pg_ls_waldir() to " + OWNER);
                }
                // after the applications: one that closes without its database waits twenty seconds for it
                SpringApplication.getShutdownHandlers().add(() -> stop(started));
                return started;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("no PostgreSQL for the tests", e);
            }
        }

        private static void stop(EmbeddedPostgres started) {
            try {
                started.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-database",
                        Map.of(
                                "dochak.database.url",
                                freshUrl(),
                                "dochak.data",
                                Server.FILES.toString(),
                                "dochak.database.user",
                                APPLICATION,
                                "dochak.database.password",
                                APPLICATION,
                                "dochak.database.owner",
                                OWNER,
                                "dochak.database.owner-password",
                                OWNER,
                                // contexts are kept for the whole run: one that rests must not hold a full pool
                                "spring.datasource.hikari.minimum-idle",
                                "2",
                                "spring.datasource.hikari.idle-timeout",
                                "10000")));
    }

    /** A new, empty database; its JDBC url. */
    public static String freshUrl() {
        String name = "test" + databases.incrementAndGet();
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
        return "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + name;
    }

    /** The same database as somebody who may do everything: what the application itself could never do. */
    public static JdbcClient asSuperuser(JdbcClient application) {
        return JdbcClient.create(superuser(application));
    }

    /** The same database for its superuser. */
    public static DataSource superuser(JdbcClient application) {
        String name =
                application.sql("select current_database()").query(String.class).single();
        return Server.POSTGRES.getDatabase(SUPERUSER, name);
    }
}
