package kr.dochak.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Migrates each module's schema on its own: a module is a folder under {@code db/migration} with a history of its own
 * ({@code flyway_schema_history_orders}), and what belongs to none is in {@code __root}. Spring Modulith does the same,
 * but reads every class of the product to find the modules, which was most of a start.
 *
 * <p>The owner of the tables does it, and then gives the application its {@link Rights}.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {

    private static final String MIGRATIONS = "db/migration";
    private static final String ROOT = "__root";

    private static final Logger log = LoggerFactory.getLogger(ModuleMigrations.class);

    private final ResourcePatternResolver resources;
    private final DatabaseAccounts accounts;
    private final Rights rights;

    ModuleMigrations(ResourcePatternResolver resources, DatabaseAccounts accounts, Rights rights) {
        this.resources = resources;
        this.accounts = accounts;
        this.rights = rights;
    }

    @Override
    public void migrate(Flyway flyway) {
        mustBeWhole(JdbcClient.create(flyway.getConfiguration().getDataSource()));
        makeTables(flyway);
    }

    /** Rows that were on their way here when a move was broken off are no installation. */
    private static void mustBeWhole(JdbcClient jdbc) {
        boolean half = jdbc.sql("select exists (select from pg_namespace where nspname = :half)")
                .param("half", MovedMark.HALF)
                .query(Boolean.class)
                .single();
        if (half) {
            throw new StartProblem(
                    "A move into this database has begun and not ended, so it is not whole.",
                    "Run ./run move again, which begins anew, or start with the folder it came from (docs/moving.md)."
                            + " Nothing was changed.");
        }
    }

    /** The same for a database that is being filled. */
    void makeTables(Flyway flyway) {
        if (accounts.areOne()) {
            log.warn(
                    "The database role {} both migrates and works: it can change history. See docs/database-roles.md",
                    accounts.application());
            migrate(flyway, flyway.getConfiguration().getDataSource());
            return;
        }
        try (HikariDataSource owner = accounts.asOwner()) {
            migrate(flyway, owner);
            rights.give(owner, accounts.application().name());
        }
    }

    /** All of them are looked at before the first is changed. */
    private void migrate(Flyway flyway, DataSource owner) {
        String table = flyway.getConfiguration().getTable();
        Map<String, Flyway> modules = new LinkedHashMap<>();
        for (String module : modules()) {
            modules.put(module, of(module, flyway.getConfiguration(), owner));
        }
        mustKnowAll(table, modules.keySet(), JdbcClient.create(owner));
        modules.forEach(ModuleMigrations::mustNotBeNewer);
        modules.values().forEach(Flyway::migrate);
    }

    private static Flyway of(String module, Configuration shared, DataSource owner) {
        return Flyway.configure()
                .configuration(shared)
                .dataSource(owner)
                .locations("classpath:" + MIGRATIONS + "/" + module)
                .table(module.equals(ROOT) ? shared.getTable() : shared.getTable() + "_" + module)
                .baselineVersion("0")
                .baselineOnMigrate(true)
                .load();
    }

    /** A module that this version has never had. */
    private static void mustKnowAll(String table, Set<String> modules, JdbcClient jdbc) {
        List<String> found =
                jdbc.sql("""
                select substr(tablename, length(:table) + 2)
                from pg_tables
                where schemaname = current_schema() and starts_with(tablename, :table || '_')
                order by 1
                """).param("table", table).query(String.class).list();
        found.stream().filter(module -> !modules.contains(module)).findFirst().ifPresent(module -> {
            throw newer(module);
        });
    }

    /** A newer version has written columns that this one knows nothing of. */
    private static void mustNotBeNewer(String module, Flyway flyway) {
        for (MigrationInfo each : flyway.info().all()) {
            if (each.getState() == MigrationState.FUTURE_SUCCESS || each.getState() == MigrationState.FUTURE_FAILED) {
                throw newer(module + " " + each.getVersion());
            }
        }
    }

    private static StartProblem newer(String what) {
        return new StartProblem(
                "This database was written by a newer version of Dochak (%s).".formatted(what),
                "Start that version, or restore the backup that was made before the upgrade (docs/backup.md)."
                        + " Nothing was changed.");
    }

    /** The root first ({@code _} sorts before letters), then by name. */
    private List<String> modules() {
        try {
            Resource[] scripts = resources.getResources("classpath:" + MIGRATIONS + "/*/*.sql");
            return Arrays.stream(scripts)
                    .map(ModuleMigrations::folder)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no migrations", e);
        }
    }

    private static String folder(Resource script) {
        try {
            String[] path = script.getURL().getPath().split("/");
            return path[path.length - 2];
        } catch (IOException e) {
            throw new UncheckedIOException("a migration without a place", e);
        }
    }
}
