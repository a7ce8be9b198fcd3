package kr.dochak.benchmarks.acts;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.benchmarks.server.LedgerChain;
import kr.dochak.benchmarks.server.ServerPlace;
import kr.dochak.benchmarks.server.ServerProcess;

/** A backup restored into a folder of another machine: table by table the same, both chains whole, and a server that works on it. */
final class Copy {

    private final ServerPlace original;
    private final Path folder;
    private final Map<String, String> environment;

    /** @param original of a server that stands still */
    Copy(ServerPlace original, Map<String, String> environment) {
        this.original = original;
        this.folder = original.data().resolveSibling(original.data().getFileName() + "-elsewhere");
        this.environment = environment;
    }

    List<Check> checks(List<String> settings) throws Exception {
        BackupRuns.remove(folder);
        Path file = folder.resolveSibling(folder.getFileName() + ".zip");
        Files.deleteIfExists(file);
        List<Check> checks = new ArrayList<>();
        checks.add(ends(0, "backup", file, original.data()));
        checks.add(ends(0, "restore", file, folder));
        Files.copy(original.data().resolve("database.keys"), folder.resolve("database.keys"));
        Map<String, Long> before = rows(original.data());
        Map<String, Long> after = rows(folder);
        checks.add(new Check(
                "a restored folder has the rows of its original, table by table",
                before.equals(after) && before.size() > 100,
                "%,d rows in %d tables"
                        .formatted(before.values().stream().mapToLong(n -> n).sum(), before.size())));
        Files.delete(folder.resolve("database.keys"));
        Files.copy(original.data().resolve("vault.key"), folder.resolve("vault.key"));
        checks.addAll(works(settings));
        Files.delete(file);
        BackupRuns.remove(folder);
        return checks;
    }

    private Check ends(int code, String command, Path file, Path data) throws IOException, InterruptedException {
        Command done = Command.begin(original, command, file.toString(), "--data", data.toString());
        boolean well = done.end() == code;
        return new Check(
                command + " of a server that stands still",
                well,
                done.lastWords().lines().findFirst().orElse(""));
    }

    /** The rows of every table, with no server at work that could change them. */
    private Map<String, Long> rows(Path data) throws IOException, SQLException {
        ServerPlace place = at(data);
        String password = place.databaseUrl().replaceFirst(".*password=", "");
        Map<String, Long> rows = new TreeMap<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(data.resolve("postgres"))
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(
                                original.data().resolve("postgres-binaries").toFile())
                        .setConnectConfig("password", password)
                        .setPort(place.databasePort())
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
                Database database = new Database(place.databaseUrl())) {
            List<String> tables = new ArrayList<>();
            database.each("""
                    select format('%I.%I', n.nspname, c.relname) as name
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                    """, row -> tables.add(String.valueOf(row.get("name"))));
            for (String table : tables) {
                rows.put(table, database.number("select count(*) from " + table));
            }
        }
        return rows;
    }

    private ServerPlace at(Path data) {
        return new ServerPlace(
                original.java(),
                original.jvmOptions(),
                original.jar(),
                data,
                original.httpPort(),
                original.managementPort(),
                original.databasePort());
    }

    private List<Check> works(List<String> settings) throws Exception {
        ServerPlace place = at(folder);
        try (ServerProcess server = ServerProcess.start(place, settings, environment);
                Clerk clerk = new Clerk(place.url(), "admin");
                Database database = new Database(place.databaseUrl())) {
            LedgerChain.Verdict chain = LedgerChain.verify(database);
            Command verify = Command.begin(place, "verify-changes", "--data", folder.toString());
            boolean whole = verify.end() == 0;
            boolean held = clerk.page("/console/restored").contains("/console/restored/release");
            return List.of(
                    new Check(
                            "the restored ledger's chain is intact",
                            server.isAlive() && chain.isIntact() && chain.entries() > 0,
                            chain.entries() + " entries, " + chain.firstBroken()),
                    new Check(
                            "the restored change log is whole",
                            whole,
                            verify.lastWords().lines().findFirst().orElse("")),
                    new Check("its staff log in there, and it sends nothing yet", held, held ? "yes" : "no"));
        }
    }
}
