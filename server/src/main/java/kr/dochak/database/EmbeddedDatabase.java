package kr.dochak.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the data lives: an outside PostgreSQL when {@code dochak.database.url} names one, else an embedded PostgreSQL 18
 * whose files are kept in {@code dochak.data} and found again at the next start.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class EmbeddedDatabase {

    private static final String USER = "postgres";

    @Bean
    JdbcConnectionDetails connectionDetails(DatabaseSettings settings, PostgresServer postgres) {
        return settings.isOutside()
                ? new Connection(
                        settings.database().url(),
                        settings.database().user(),
                        settings.database().password())
                : new Connection(postgres.url(), USER, USER);
    }

    @Bean(destroyMethod = "close")
    PostgresServer postgresServer(DatabaseSettings settings) throws IOException {
        Path data = settings.data().toAbsolutePath().resolve("postgres");
        return settings.isOutside()
                ? PostgresServer.outside()
                : PostgresServer.embedded(data, settings.database().port(), port -> start(settings, data, port));
    }

    private static EmbeddedPostgres start(DatabaseSettings settings, Path data, int port) throws IOException {
        Path binaries = settings.data().toAbsolutePath().resolve("postgres-binaries");
        Files.createDirectories(data);
        Files.createDirectories(binaries);
        File log = settings.data().toAbsolutePath().resolve("postgres.log").toFile();
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPort(port)
                .setRegisterShutdownHook(false)
                .setErrorRedirector(Redirect.appendTo(log))
                .setOutputRedirector(Redirect.appendTo(log))
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C.UTF-8")
                // The library is made for tests and turns both off; what is acknowledged here must survive a power cut.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", settings.database().memory())
                .setServerConfig("max_connections", "100")
                .setServerConfig("max_wal_size", settings.database().wal())
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                .setServerConfig("timezone", "Asia/Seoul")
                .start();
    }

    private record Connection(String url, String user, String password) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }
}
