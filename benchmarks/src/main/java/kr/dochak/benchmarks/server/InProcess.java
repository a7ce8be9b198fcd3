package kr.dochak.benchmarks.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import kr.dochak.Application;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A PostgreSQL of a benchmark's own, set up as the product sets up its own, and the product started on it in this process.
 */
public final class InProcess implements AutoCloseable {

    private final Path data;
    private final Path folder;
    private final EmbeddedPostgres postgres;

    private InProcess(Path data, Path folder, EmbeddedPostgres postgres) {
        this.data = data;
        this.folder = folder;
        this.postgres = postgres;
    }

    /** @param settings of PostgreSQL besides those that the product gives it too */
    public static InProcess of(Path data, String name, Map<String, String> settings) throws IOException {
        Files.createDirectories(data);
        Path folder =
                data.resolve("postgres-" + name + "-" + ProcessHandle.current().pid());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(data.resolve("postgres-binaries").toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                .setLocaleConfig("locale", "C.UTF-8");
        settings.forEach(builder::setServerConfig);
        return new InProcess(data, folder, builder.start());
    }

    public String databaseUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    /** What this process and PostgreSQL have used so far. */
    public CpuSeconds cpu() {
        return CpuSeconds.of(ProcessHandle.current().pid(), folder.resolve("postmaster.pid"));
    }

    /**
     * The product, in a driven world at this moment.
     *
     * @param models whether it learns windows, or reads them from the lane table
     */
    public ConfigurableApplicationContext product(Instant now, boolean models) {
        return SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--management.server.port=-1",
                "--dochak.database.url=" + databaseUrl() + "&reWriteBatchedInserts=true&prepareThreshold=1",
                "--dochak.database.user=postgres",
                "--dochak.database.password=postgres",
                "--dochak.data=" + data,
                "--dochak.identity.demo=true",
                "--dochak.identity.vault-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "--dochak.promise.models=" + models,
                "--dochak.clock.mode=DRIVEN",
                "--dochak.clock.start=" + now);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
