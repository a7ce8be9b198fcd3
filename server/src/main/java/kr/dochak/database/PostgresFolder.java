package kr.dochak.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the embedded PostgreSQL. Before it listens, its accounts have their passwords and {@code pg_hba.conf} lets
 * in nobody without one; that file is written last, so a start that was cut off is done again by the next one.
 */
final class PostgresFolder {

    private static final Logger log = LoggerFactory.getLogger(PostgresFolder.class);

    /** The major version whose binaries the build brings. */
    static final String VERSION = "18";

    private final Path files;
    private final Path binaries;
    private final Path begun;
    private final DatabaseKeys keys;

    PostgresFolder(Path data, DatabaseKeys keys) {
        this.files = data.resolve("postgres");
        this.binaries = data.resolve("postgres-binaries");
        this.begun = data.resolve("postgres.begun");
        this.keys = keys;
    }

    Path files() {
        return files;
    }

    Path binaries() {
        return binaries;
    }

    /** Makes the folders. Files that were still being made when a start was cut off hold nothing yet and are made again. */
    void prepare() throws IOException {
        if (Files.exists(begun)) {
            OwnFiles.remove(files);
        }
        mustBeOfThisVersion();
        OwnFiles.folder(files);
        OwnFiles.folder(binaries);
        if (!Files.exists(files.resolve("postgresql.conf"))) {
            OwnFiles.write(begun, List.of("PostgreSQL's files are being made; nothing is in them yet."));
        }
    }

    /** Files of another major version are read by that one only. */
    private void mustBeOfThisVersion() throws IOException {
        Path version = files.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(VERSION)) {
            throw new StartProblem(
                    "The files in %s are of PostgreSQL %s, and this version of Dochak brings PostgreSQL %s."
                            .formatted(files, Files.readString(version).strip(), VERSION),
                    "Start the version of Dochak that wrote them and bring the data over by an outside PostgreSQL"
                            + " (docs/backup.md, \"Another PostgreSQL\"). Nothing was changed.");
        }
    }

    /** Nothing but a look at one file where it was done before. */
    void close() {
        try {
            OwnFiles.folder(binaries); // the library opens it to all accounts
            if (!isClosed()) {
                endLeftOver();
                giveAccounts();
                letInNobodyWithoutPassword();
            }
            Files.deleteIfExists(begun);
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL's files in " + files + " cannot be closed to strangers", e);
        }
    }

    private List<String> rules() {
        return List.of(
                "# Written by Dochak. Accounts, second form, and passwords: " + keys.digest(),
                "host all all 127.0.0.1/32 scram-sha-256",
                "host all all ::1/128 scram-sha-256");
    }

    private boolean isClosed() throws IOException {
        Path hba = files.resolve("pg_hba.conf");
        return Files.exists(hba) && Files.readAllLines(hba).equals(rules());
    }

    private void letInNobodyWithoutPassword() throws IOException {
        Path draft = files.resolve("pg_hba.conf.new");
        OwnFiles.write(draft, rules());
        Files.move(
                draft,
                files.resolve("pg_hba.conf"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** A server that was killed leaves its PostgreSQL behind, which would go on letting everybody in. */
    private void endLeftOver() throws IOException {
        if (PostgresServer.isAlive(files)) {
            String answer = run("pg_ctl", List.of("stop", "-D", files.toString(), "-m", "fast", "-w", "-t", "60"), "");
            log.warn("A PostgreSQL of an earlier start was ended: {}", answer.strip());
        }
    }

    /** In single-user mode nobody else can connect meanwhile. */
    private void giveAccounts() throws IOException {
        String answer = run(
                "postgres",
                List.of("--single", "-j", "-D", files.toString(), "-c", "log_min_error_statement=panic", "postgres"),
                AccountsScript.of(keys));
        if (!answer.contains(AccountsScript.DONE) || answer.contains("ERROR:")) {
            throw new IOException("The accounts could not be made: " + answer.strip());
        }
    }

    /** PostgreSQL refuses to be root, so root runs it in a namespace of its own, as the library does. */
    String run(String program, List<String> arguments, String input) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program(program).toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Path program(String name) throws IOException {
        try (Stream<Path> unpacked = Files.list(binaries)) {
            return unpacked.filter(folder -> Files.exists(folder.resolve(".exists")))
                    .max(Comparator.comparing(
                            folder -> folder.resolve(".exists").toFile().lastModified()))
                    .orElseThrow(() -> new IOException("PostgreSQL is not unpacked in " + binaries))
                    .resolve("bin")
                    .resolve(name);
        }
    }

    /** The library remembers for each of these where it unpacked; a fresh one has it look into our folder. */
    static PgBinaryResolver ownBinaries() {
        return new PgBinaryResolver() {
            @Override
            public InputStream getPgBinary(String system, String machine) throws IOException {
                return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
            }
        };
    }
}
