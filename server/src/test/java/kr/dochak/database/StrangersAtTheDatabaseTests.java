package kr.dochak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H3: other accounts of the machine at the embedded PostgreSQL, and what its application's role may not do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrangersAtTheDatabaseTests {

    private static final String INVALID_PASSWORD = "28P01";
    private static final String NO_RIGHT = "42501";

    /** Statements that no account of the application has any business with. */
    private static final List<String> NOT_FOR_THE_APPLICATION = List.of(
            "select pg_read_file('{data}/vault.key')",
            "select pg_ls_dir('{data}')",
            "copy (select 1) to program 'true'",
            "copy (select 1) to '/tmp/dochak-copied'",
            "create table public.mine (n int)",
            "create schema mine",
            "create role mine superuser",
            "alter role dochak superuser",
            "alter system set fsync = off",
            "select rolpassword from pg_authid",
            "set role dochak_owner",
            "set session_replication_role = replica",
            "create database mine");

    /** Unpacked once, and the files as every start made them before this was mended. */
    @TempDir
    static Path shared;

    private static Path before;

    @TempDir
    Path data;

    @BeforeAll
    static void aFolderOfBefore() throws Exception {
        before = Files.createDirectories(shared.resolve("before"));
        try (EmbeddedPostgres postgres = asBefore(before).start()) {
            rowsOfBefore(postgres);
        }
        assertThat(Files.readString(before.resolve("pg_hba.conf"))).contains("trust");
    }

    @BeforeEach
    void unpacked() throws IOException {
        Files.createSymbolicLink(data.resolve("postgres-binaries"), shared.resolve("binaries"));
    }

    private DatabaseSettings settings() {
        return EmbeddedDatabaseTests.settings(data);
    }

    private DatabaseAccounts accounts(PostgresServer postgres) throws IOException {
        return new EmbeddedDatabase().databaseAccounts(settings(), postgres);
    }

    @Test
    void H3_nobody_comes_in_without_a_password_and_the_application_only_works() throws Exception {
        try (PostgresServer postgres = new EmbeddedDatabase().postgresServer(settings())) {
            refusesStrangers(postgres);
            assertThat(Files.readString(data.resolve("postgres/pg_hba.conf"))).doesNotContain("trust");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("database.keys"))))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(data.resolve("postgres.log")))
                    .doesNotContain(DatabaseKeys.find(settings().keys()).superuser())
                    .doesNotContain("SCRAM-SHA-256$");
            assertThat(Path.of("/tmp/.s.PGSQL." + postgres.url().replaceAll(".*:(\\d+)/.*", "$1")))
                    .as("a socket is one more door")
                    .doesNotExist();
            refusesTheApplication(postgres);
        }
    }

    private void refusesTheApplication(PostgresServer postgres) throws Exception {
        DatabaseAccounts accounts = accounts(postgres);
        String password = accounts.application().password();
        try (Connection application = DriverManager.getConnection(accounts.url(), "dochak", password);
                Statement statement = application.createStatement()) {
            for (String sql : NOT_FOR_THE_APPLICATION) {
                assertThatExceptionOfType(SQLException.class)
                        .as(sql)
                        .isThrownBy(() -> statement.execute(sql.replace("{data}", data.toString())))
                        .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo(NO_RIGHT));
            }
        }
    }

    @Test
    void L12_folders_are_open_to_their_owner_only(@TempDir Path open) throws Exception {
        Path data = Files.createDirectories(open.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (Path folder : List.of(data, data.resolve("made"), data.resolve("made/within"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(OwnFiles.folder(folder))))
                    .isEqualTo("rwx------");
        }
    }

    private static void refusesStrangers(PostgresServer postgres) {
        for (String account : List.of("postgres", "dochak", "dochak_owner")) {
            for (String password : List.of("", "postgres", "dochak")) {
                assertThatExceptionOfType(SQLException.class)
                        .as("%s with %s", account, password)
                        .isThrownBy(() -> DriverManager.getConnection(postgres.url(), account, password))
                        .satisfies(refused -> assertThat(refused.getSQLState()).isIn(INVALID_PASSWORD, "08004"));
            }
        }
    }

    @Test
    void H3_a_folder_of_before_gets_its_passwords_and_keeps_its_rows() throws Exception {
        folderOfBefore();
        opensClosedWithItsRows();
        opensClosedWithItsRows();
        Files.delete(data.resolve("database.keys")); // lost ones are made anew
        opensClosedWithItsRows();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys", "accounts", "rules"})
    void H3_a_start_that_was_cut_off_is_done_again(String after) throws Exception {
        folderOfBefore();
        cutOff(after);
        opensClosedWithItsRows();
    }

    /** As far as a start had come when it was killed: keys written; accounts made; the new rules half written. */
    private void cutOff(String after) throws IOException {
        Path hba = data.resolve("postgres/pg_hba.conf");
        List<String> trusting = Files.readAllLines(hba);
        DatabaseKeys keys = DatabaseKeys.find(settings().keys());
        if (after.equals("keys")) {
            Files.write(data.resolve("database.keys.new"), List.of("postgres=ha"));
            return;
        }
        PostgresFolder folder = new PostgresFolder(data, keys);
        folder.prepare();
        folder.close();
        Files.write(hba, trusting);
        if (after.equals("rules")) {
            Files.write(data.resolve("postgres/pg_hba.conf.new"), List.of("host all"));
        }
    }

    @Test
    void H3_a_folder_whose_making_was_cut_off_is_made_again() throws Exception {
        Files.createDirectories(data.resolve("postgres/base"));
        Files.writeString(data.resolve("postgres/postgresql.conf"), "# half");
        Files.writeString(data.resolve("postgres.begun"), "");
        try (PostgresServer postgres = new EmbeddedDatabase().postgresServer(settings())) {
            refusesStrangers(postgres);
        }
        assertThat(data.resolve("postgres.begun")).doesNotExist();
    }

    @Test
    void H3_a_database_that_a_killed_server_left_running_is_ended_first() throws Exception {
        folderOfBefore();
        PostgresFolder folder =
                new PostgresFolder(data, DatabaseKeys.find(settings().keys()));
        String files = folder.files().toString();
        String options = "-c listen_addresses=localhost -c unix_socket_directories= -p " + freePort();
        folder.run("pg_ctl", List.of("start", "-w", "-D", files, "-o", options, "-l", data + "/left.log"), "");
        assertThat(PostgresServer.isAlive(folder.files())).isTrue();
        try (PostgresServer postgres = new EmbeddedDatabase().postgresServer(settings())) {
            refusesStrangers(postgres);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static EmbeddedPostgres.Builder asBefore(Path files) {
        return EmbeddedPostgres.builder()
                .setPgBinaryResolver(PostgresFolder.ownBinaries())
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(shared.resolve("binaries").toFile())
                .setPGStartupWait(Duration.ofMinutes(1))
                .setRegisterShutdownHook(false)
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD)
                .setLocaleConfig("locale", "C.UTF-8");
    }

    private void folderOfBefore() throws IOException {
        try (Stream<Path> all = Files.walk(before)) {
            for (Path each : all.toList()) {
                Path copy = data.resolve("postgres").resolve(before.relativize(each));
                Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void rowsOfBefore(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create schema kept;
                    create table kept.row (id bigint generated always as identity primary key, n int) partition by hash (id);
                    create table kept.row_1 partition of kept.row for values with (modulus 1, remainder 0);
                    create function kept.answer() returns bigint language sql return (select sum(n) from kept.row);
                    create table public.event (id serial, n int);
                    insert into kept.row (n) values (40), (2);
                    """);
        }
    }

    private void opensClosedWithItsRows() throws Exception {
        try (PostgresServer postgres = new EmbeddedDatabase().postgresServer(settings());
                HikariDataSource owner = accounts(postgres).asOwner();
                Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            refusesStrangers(postgres);
            statement.execute("alter table kept.row add column if not exists more int");
            statement.execute("alter table public.event add column if not exists more int");
            statement.execute("alter routine kept.answer() stable");
            try (ResultSet row = statement.executeQuery("select kept.answer()")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(42);
            }
        }
    }
}
