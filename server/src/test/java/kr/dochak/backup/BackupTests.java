package kr.dochak.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import kr.dochak.database.OwnPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SET-3: what was acknowledged is in a backup that was made after it, and a broken one is not restored. */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupTests {

    @TempDir
    static Path folder;

    /** A backup of a folder with a table of one row, whose server stood still. */
    private static Path standing;

    @TempDir
    Path own;

    private static String run(int code, String... arguments) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int ended = new BackupCommand(new PrintStream(text, true, StandardCharsets.UTF_8), InstantSource.system())
                .run(arguments);
        String printed = text.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(printed).isEqualTo(code);
        return printed;
    }

    @BeforeAll
    static void back_up() throws Exception {
        Path data = folder.resolve("data");
        try (OwnPostgres postgres = new OwnPostgres(data);
                Connection connection = postgres.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("create schema shop; create table shop.kept as select 42 as answer");
        }
        Files.writeString(data.resolve("vault.key"), "the key of all names");
        Files.writeString(data.resolve("keys.env"), "secrets");
        Files.createDirectories(data.resolve("mappings"));
        Files.writeString(data.resolve("mappings/own.csv"), "a,b");
        standing = folder.resolve("standing.zip");
        run(0, "backup", standing.toString(), "--data", data.toString());
    }

    private static long one(Path data, String query) throws IOException, SQLException {
        try (OwnPostgres postgres = new OwnPostgres(data);
                Connection connection = postgres.connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void SET_3_a_server_that_stood_still_is_restored_as_it_was() throws Exception {
        Path copy = own.resolve("copy");
        assertThat(run(0, "restore", standing.toString(), "--data", copy.toString()))
                .contains("vault.key");
        assertThat(one(copy, "select answer from shop.kept")).isEqualTo(42);
        assertThat(copy.resolve("mappings/own.csv")).hasContent("a,b");
        assertThat(RestoredMark.of(copy)).isPresent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.resolve("postgres"))))
                .isEqualTo("rwx------");
    }

    @Test
    void SET_3_what_was_committed_before_the_backup_ended_is_in_it_though_the_server_worked() throws Exception {
        Path data = own.resolve("data");
        Path file = own.resolve("running.zip");
        AtomicLong committed = new AtomicLong();
        AtomicBoolean stop = new AtomicBoolean();
        long before;
        try (OwnPostgres postgres = new OwnPostgres(data);
                Connection connection = postgres.connect()) {
            connection.createStatement().execute("create table scans (id bigint primary key, text text)");
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(postgres, committed, stop));
            Awaitility.await().until(() -> committed.get() > 5_000);
            before = committed.get();
            run(0, "backup", file.toString(), "--data", data.toString());
            stop.set(true);
            writing.join();
        }
        Path copy = own.resolve("copy");
        run(0, "restore", file.toString(), "--data", copy.toString());
        Manifest manifest = RestoredMark.of(copy).orElseThrow();
        long counted = manifest.rows().get("public.scans");
        assertThat(manifest.running()).isTrue();
        assertThat(counted).isGreaterThanOrEqualTo(before);
        assertThat(one(copy, "select case when max(id) = count(*) then count(*) else -1 end from scans"))
                .as("without a gap, and all that was counted")
                .isGreaterThanOrEqualTo(counted);
    }

    private static void write(OwnPostgres postgres, AtomicLong committed, AtomicBoolean stop) {
        try (Connection connection = postgres.connect();
                Statement sql = connection.createStatement()) {
            while (!stop.get()) {
                long id = committed.get();
                sql.execute("insert into scans select n, repeat(n::text, 20) from generate_series(%d, %d) n"
                        .formatted(id + 1, id + 100));
                committed.set(id + 100);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void SET_3_keys_and_passwords_are_never_in_a_backup() throws Exception {
        try (ZipFile zip = new ZipFile(standing.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .noneMatch(name -> name.contains("vault.key") || name.contains("database.keys"))
                    .allMatch(name ->
                            name.startsWith("postgres/") || name.startsWith("mappings/") || name.equals(Manifest.NAME));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(standing)))
                .isEqualTo("rw-------");
    }

    @Test
    void SET_3_a_byte_that_changed_is_found_and_nothing_is_left_of_the_copy() throws Exception {
        Path damaged = own.resolve("damaged.zip");
        try (ZipFile zip = new ZipFile(standing.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(damaged))) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("mappings/own.csv")) {
                    content[0]++;
                }
                out.write(content);
            }
        }
        refused(damaged, "mappings/own.csv");
    }

    @Test
    void SET_3_what_is_no_whole_backup_is_refused() throws Exception {
        Path cut = own.resolve("cut.zip");
        Files.copy(standing, cut);
        try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
            file.setLength(file.length() - 500);
        }
        refused(cut, "온전한");
        Path other = own.resolve("other.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
            out.putNextEntry(new ZipEntry("../outside"));
        }
        refused(other, "끝까지");
        Path outside = own.resolve("outside.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(outside))) {
            out.putNextEntry(new ZipEntry("../outside"));
            out.putNextEntry(new ZipEntry(Manifest.NAME));
            out.write("{\"format\":1,\"postgres\":\"18\",\"running\":false,\"rows\":{},\"files\":{}}"
                    .getBytes(StandardCharsets.UTF_8));
        }
        refused(outside, "폴더 밖");
        assertThat(own.resolve("outside")).doesNotExist();
        refused(own.resolve("missing.zip"), "파일이 없어요");
    }

    private void refused(Path file, String sentence) throws IOException {
        Path copy = own.resolve("refused");
        assertThat(run(1, "restore", file.toString(), "--data", copy.toString()))
                .contains(sentence);
        assertThat(copy).doesNotExist();
        try (var left = Files.list(own)) {
            assertThat(left).noneMatch(each -> each.getFileName().toString().contains("restoring"));
        }
    }

    @Test
    void SET_3_nothing_is_written_over() throws Exception {
        Path data = folder.resolve("data");
        assertThat(run(1, "backup", standing.toString(), "--data", data.toString()))
                .contains("이미 있어요");
        assertThat(run(1, "restore", standing.toString(), "--data", data.toString()))
                .contains("비어 있지 않아요");
        assertThat(run(1, "backup", own.resolve("x.zip").toString(), "--data", own.toString()))
                .contains("pg_dump");
    }

    @Test
    void SET_3_a_backup_that_is_killed_leaves_no_file_of_that_name_and_the_next_one_is_whole() throws Exception {
        Path data = own.resolve("data");
        Path file = own.resolve("killed.zip");
        try (OwnPostgres postgres = new OwnPostgres(data);
                Connection connection = postgres.connect()) {
            connection
                    .createStatement()
                    .execute(
                            "create table large as select n, repeat(md5(n::text), 30) from generate_series(1, 40000) n");
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "kr.dochak.Application",
                            "backup",
                            file.toString(),
                            "--data",
                            data.toString())
                    .start();
            Path parts = own.resolve(".dochak-backup");
            Awaitility.await().until(() -> !process.isAlive() || Files.exists(parts) && !isEmpty(parts));
            process.destroyForcibly().waitFor();
            assertThat(file).doesNotExist();
            run(0, "backup", file.toString(), "--data", data.toString());
        }
        Path copy = own.resolve("copy");
        run(0, "restore", file.toString(), "--data", copy.toString());
        assertThat(one(copy, "select count(*) from large")).isEqualTo(40_000);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    @Test
    void SET_3_who_calls_it_in_another_way_is_told_how() {
        for (List<String> wrong : List.of(
                List.of("backup"),
                List.of("backup", "a", "b"),
                List.of("restore", "a", "--data"),
                List.of("restore", "a", "--into", "b"))) {
            assertThat(run(2, wrong.toArray(String[]::new))).contains("backup FILE");
        }
    }
}
