package kr.dochak.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import kr.dochak.database.DatabaseAccounts.Account;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the data lives: an outside PostgreSQL when {@code dochak.database.url} names one, else an embedded PostgreSQL 18
 * whose files are kept in {@code dochak.data} and found again at the next start. Decision 21 has its accounts.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class EmbeddedDatabase {

    @Bean
    JdbcConnectionDetails connectionDetails(DatabaseAccounts accounts) {
        return accounts.asApplication();
    }

    /** Tables are written anew by their owner. */
    @Bean
    OldBytes oldBytes(DatabaseAccounts accounts, DataSource database) {
        return new OldBytes(accounts.asOwnerNowAndThen(database));
    }

    @Bean
    DatabaseAccounts databaseAccounts(DatabaseSettings settings, PostgresServer postgres) throws IOException {
        if (settings.isOutside()) {
            DatabaseSettings.Database outside = settings.database();
            return new DatabaseAccounts(
                    outside.url(),
                    new Account(outside.user(), outside.password()),
                    new Account(outside.owner(), outside.ownerPassword()));
        }
        DatabaseKeys keys = DatabaseKeys.find(settings.keys());
        return new DatabaseAccounts(
                postgres.url(),
                new Account(DatabaseKeys.APPLICATION, keys.application()),
                new Account(DatabaseKeys.OWNER, keys.owner()));
    }

    @Bean(destroyMethod = "close")
    PostgresServer postgresServer(DatabaseSettings settings) throws IOException {
        Path data = OwnFiles.folder(settings.data().toAbsolutePath());
        if (settings.isOutside()) {
            return PostgresServer.outside();
        }
        MovedMark.mustNotBeOf(data);
        DatabaseKeys keys = DatabaseKeys.find(settings.keys());
        PostgresFolder folder = new PostgresFolder(data, keys);
        return PostgresServer.embedded(
                folder.files(), settings.database().port(), port -> start(settings, folder, keys, port));
    }

    private static EmbeddedPostgres start(DatabaseSettings settings, PostgresFolder folder, DatabaseKeys keys, int port)
            throws IOException {
        folder.prepare();
        File log = settings.data().toAbsolutePath().resolve("postgres.log").toFile();
        return EmbeddedPostgres.builder()
                .setPgBinaryResolver(PostgresFolder.ownBinaries())
                .setDataDirectory(folder.files())
                .setCleanDataDirectory(false)
                .setDataDirectoryCustomizer(files -> folder.close())
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setConnectConfig("password", keys.superuser())
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
                // a socket in /tmp is one more door for every account of the machine, and nobody comes by it
                .setServerConfig("unix_socket_directories", "")
                .start();
    }
}
