package kr.dochak.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
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

    private void migrate(Flyway flyway, DataSource owner) {
        for (String module : modules()) {
            String table = flyway.getConfiguration().getTable();
            Flyway own = Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .dataSource(owner)
                    .locations("classpath:" + MIGRATIONS + "/" + module)
                    .table(module.equals(ROOT) ? table : table + "_" + module)
                    .baselineVersion("0")
                    .baselineOnMigrate(true)
                    .load();
            mustNotBeNewer(module, own);
            own.migrate();
        }
    }

    /** A newer version has written columns that this one knows nothing of. */
    private static void mustNotBeNewer(String module, Flyway flyway) {
        for (MigrationInfo each : flyway.info().all()) {
            if (each.getState() == MigrationState.FUTURE_SUCCESS || each.getState() == MigrationState.FUTURE_FAILED) {
                throw new StartProblem(
                        "This database was written by a newer version of Dochak (%s %s)."
                                .formatted(module, each.getVersion()),
                        "Start that version, or restore the backup that was made before the upgrade (docs/backup.md)."
                                + " Nothing was changed.");
            }
        }
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
