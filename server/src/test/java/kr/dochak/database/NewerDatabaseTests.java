package kr.dochak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SET-3: a start on a database that a newer version wrote is refused before anything is changed. */
class NewerDatabaseTests {

    @TempDir
    private static Path folder;

    private static PostgresServer postgres;
    private static DatabaseAccounts accounts;

    private final JdbcClient jdbc = JdbcClient.create(accounts.asOwnerNowAndThen(null));

    @BeforeAll
    static void start() throws IOException {
        DatabaseSettings settings = EmbeddedDatabaseTests.settings(folder.resolve("data"));
        postgres = new EmbeddedDatabase().postgresServer(settings);
        accounts = new EmbeddedDatabase().databaseAccounts(settings, postgres);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    /** What a later version would have done in a module. */
    private void later(String module) throws IOException {
        Path scripts = Files.createDirectories(folder.resolve(module));
        Files.writeString(scripts.resolve("V999__later.sql"), "create schema later");
        Flyway.configure()
                .dataSource(accounts.asOwnerNowAndThen(null))
                .locations("filesystem:" + scripts)
                .table("flyway_schema_history_" + module)
                .load()
                .migrate();
    }

    private void migrate() {
        new ModuleMigrations(new PathMatchingResourcePatternResolver(), accounts, new Rights())
                .migrate(Flyway.configure()
                        .dataSource(accounts.asOwnerNowAndThen(null))
                        .load());
    }

    private List<String> schemas() {
        return jdbc.sql("select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'")
                .query(String.class)
                .list();
    }

    @AfterEach
    void forget() {
        jdbc.sql("drop schema later").update();
        jdbc.sql("drop table if exists flyway_schema_history_webhooks, flyway_schema_history_moon")
                .update();
    }

    @Test
    void SET_3_a_newer_form_of_the_last_module_is_refused_before_the_first_is_changed() throws IOException {
        later("webhooks");
        assertThatThrownBy(this::migrate)
                .isInstanceOf(StartProblem.class)
                .hasMessage("This database was written by a newer version of Dochak (webhooks 999).")
                .satisfies(refused -> assertThat(((StartProblem) refused).action())
                        .contains("restore the backup", "Nothing was changed."));
        assertThat(schemas()).containsExactlyInAnyOrder("public", "later");
    }

    @Test
    void SET_3_a_module_that_this_version_never_had_is_refused() throws IOException {
        later("moon");
        assertThatThrownBy(this::migrate)
                .isInstanceOf(StartProblem.class)
                .hasMessage("This database was written by a newer version of Dochak (moon).");
        assertThat(schemas()).containsExactlyInAnyOrder("public", "later");
    }
}
