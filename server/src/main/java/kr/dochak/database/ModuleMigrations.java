package kr.dochak.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Migrates each module's schema on its own, with a history of its own ({@code flyway_schema_history_orders}): a module is
 * a folder under {@code db/migration}, what belongs to none is in {@code __root}. No module's tables refer to another's,
 * so their order is of no consequence. Spring Modulith does the same, but reads every class of the product to find the
 * modules, which was most of a start.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {

    private static final String MIGRATIONS = "db/migration";
    private static final String ROOT = "__root";

    private final ResourcePatternResolver resources;

    ModuleMigrations(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    @Override
    public void migrate(Flyway flyway) {
        for (String module : modules()) {
            String table = flyway.getConfiguration().getTable();
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:" + MIGRATIONS + "/" + module)
                    .table(module.equals(ROOT) ? table : table + "_" + module)
                    .baselineVersion("0")
                    .baselineOnMigrate(true)
                    .load()
                    .migrate();
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
