package kr.dochak.backup.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import kr.dochak.TestDatabase;
import kr.dochak.database.MovedMark;
import kr.dochak.database.OwnPostgres;
import kr.dochak.database.StartChecks;
import kr.dochak.database.StartProblem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SET-3: a folder's database is moved into an outside one whole or not at all, and the old one is not started by mistake. */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MoveTests {

    private static final String ROWS = """
            insert into identity.mall (code, name, created_at) values ('moving', '이사 가는 몰', now());
            insert into identity.api_key (tenant_id, scope, key_hash, origin, created_at)
                select tenant_id, 'MALL', sha256(code::bytea), 'ISSUED', now() from identity.mall where code = 'moving';
            insert into settings.change (key, before, number, effect_from, staff_id, staff_name, at, reason, needs_second)
                select 'care.reopen-within', n, n + 1, '2026-03-01 00:00+09', 1, '정\\유진', now(), E'탭\\t과 줄\\n', false
                from generate_series(1, 500) n;
            update settings.version set version = 500;
            select tracking.make_scan_week('2026-03-02');
            insert into tracking.scan (shipment_id, occurred_at, received_at, status, place, text, hash)
                values (1, '2026-03-03 10:00+09', '2026-03-03 10:01+09', 'PICKED_UP', '강남', '집하', 1);
            """;

    @TempDir
    static Path folder;

    private static Path data;

    @TempDir
    Path own;

    private String url;

    @BeforeAll
    static void a_folder_with_rows() throws Exception {
        data = folder.resolve("data");
        try (OwnPostgres postgres = new OwnPostgres(data)) {
            postgres.accounts().makeTables();
            try (Connection connection = postgres.connect();
                    Statement sql = connection.createStatement()) {
                sql.execute(ROWS);
            }
        }
    }

    @BeforeEach
    void an_empty_database_and_no_mark() throws IOException {
        url = TestDatabase.freshUrl();
        Files.deleteIfExists(data.resolve("moved.txt"));
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "DOCHAK_DATABASE_USER", TestDatabase.APPLICATION,
                "DOCHAK_DATABASE_PASSWORD", TestDatabase.APPLICATION,
                "DOCHAK_DATABASE_OWNER", TestDatabase.OWNER,
                "DOCHAK_DATABASE_OWNER_PASSWORD", TestDatabase.OWNER));
    }

    private String run(int code, Map<String, String> environment, String... more) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
        String[] arguments = new String[3 + more.length];
        arguments[0] = "move";
        arguments[1] = "--data";
        arguments[2] = data.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        int ended = new MoveCommand(out, InstantSource.system(), environment).run(arguments);
        String printed = text.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(printed).isEqualTo(code);
        return printed;
    }

    private String move(int code) {
        return run(code, environment(), "--database-url", url);
    }

    private String one(String query) throws SQLException {
        try (Connection connection = superuser();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = superuser();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    @Test
    void SET_3_all_rows_are_there_and_go_on_from_where_they_were() throws Exception {
        assertThat(move(0))
                .contains("모두 같아요", "DOCHAK_DATABASE_URL=" + url, "변경 기록")
                .doesNotContain("PASSWORD=dochak");
        assertThat(one("select count(*) || ' ' || max(reason) from settings.change"))
                .isEqualTo("500 탭\t과 줄\n");
        assertThat(one("select staff_name from settings.change limit 1")).isEqualTo("정\\유진");
        assertThat(
                        one(
                                "select count(*) from identity.api_key k join identity.mall m using (tenant_id) where code = 'moving'"))
                .isEqualTo("1");
        assertThat(one("select text from tracking.scan_20260302")).isEqualTo("집하");
        assertThat(one("select count(*) from pg_namespace where nspname = 'dochak_moving'"))
                .isEqualTo("0");
        execute(
                "set role dochak; insert into settings.change (key, before, number, effect_from, staff_id, staff_name, at,"
                        + " reason, needs_second) values ('x', 1, 2, now(), 1, 'x', now(), 'x', false)");
        assertThat(one("select max(id) from settings.change")).isEqualTo("501");
        assertThatThrownBy(() -> execute("update settings.change set number = 1"))
                .hasMessageContaining("only added to");
        assertThatThrownBy(() -> execute("insert into identity.api_key (tenant_id, scope, key_hash, origin, created_at)"
                        + " values (99, 'MALL', sha256('x'), 'ISSUED', now())"))
                .hasMessageContaining("foreign key");
    }

    @Test
    void SET_3_the_old_folder_stays_as_it_was_and_is_not_started_by_mistake() throws Exception {
        move(0);
        assertThatThrownBy(() -> new OwnPostgres(data))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("was moved to " + url);
        assertThat(move(1)).contains("이미", url);
        Files.delete(data.resolve("moved.txt"));
        try (OwnPostgres postgres = new OwnPostgres(data);
                Connection connection = postgres.connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select count(*) from settings.change")) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(500);
        }
    }

    @Test
    void SET_3_a_folder_whose_server_runs_is_not_moved() throws Exception {
        try (OwnPostgres running = new OwnPostgres(data)) {
            assertThat(running.accounts().isOfOneRole()).isFalse();
            assertThat(move(1)).contains("켜져 있어요");
        }
        assertThat(one("select count(*) from pg_namespace where nspname = 'settings'"))
                .isEqualTo("0");
    }

    @Test
    void SET_3_a_database_with_anything_in_it_is_left_alone() throws Exception {
        execute("create table theirs as select 1 as n");
        assertThat(move(1)).contains("표가 1개 있어요");
        assertThat(one("select count(*) from pg_namespace where nspname = 'settings'"))
                .isEqualTo("0");
    }

    @Test
    void SET_3_a_connection_that_breaks_midway_leaves_a_database_named_half_filled_and_the_next_run_is_whole()
            throws Exception {
        execute("""
                create function public.break_off() returns event_trigger language plpgsql as $$
                begin
                    if current_query() like 'alter table % disable trigger user' then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                end $$;
                create event trigger break_off on ddl_command_end execute function public.break_off();
                """);
        assertThat(move(1)).contains("다시 실행하면 처음부터");
        assertThat(one("select count(*) from settings.change")).isEqualTo("0");
        assertThat(MovedMark.of(data)).isEmpty();
        assertThatThrownBy(() -> StartChecks.on(url, TestDatabase.APPLICATION, TestDatabase.OWNER))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("has begun and not ended");
        execute("drop event trigger break_off; drop function public.break_off()");
        assertThat(move(0)).contains("모두 같아요");
        assertThat(one("select count(*) from settings.change")).isEqualTo("500");
    }

    /** A fuse that ends the connection when the commit of the move is under way. */
    private static final String BREAK_AT_COMMIT = """
            create function public.fuse_off() returns trigger language plpgsql as $$
            begin
                perform pg_terminate_backend(pg_backend_pid());
                return null;
            end $$;
            create function public.lay_fuse() returns event_trigger language plpgsql as $$
            begin
                if current_query() like 'drop schema%' and to_regclass('pg_temp.fuse') is null then
                    create temp table fuse (n int);
                    create constraint trigger fuse_off after insert on fuse deferrable initially deferred
                        for each row execute function public.fuse_off();
                    insert into fuse values (1);
                end if;
            end $$;
            create event trigger lay_fuse on ddl_command_end execute function public.lay_fuse();
            create event trigger lay_fuse_too on sql_drop execute function public.lay_fuse();
            """;

    @Test
    void SET_3_a_commit_that_does_not_come_through_leaves_a_folder_that_is_not_started_until_the_next_run_has_looked()
            throws Exception {
        execute(BREAK_AT_COMMIT);
        move(1);
        assertThat(MovedMark.of(data)).map(MovedMark::ended).contains(false);
        assertThatThrownBy(() -> new OwnPostgres(data))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("may have ended");
        String first = url;
        url = TestDatabase.freshUrl();
        assertThat(move(1)).contains("같은 주소로");
        url = first;
        execute(
                "drop event trigger lay_fuse; drop event trigger lay_fuse_too; drop function public.lay_fuse(), public.fuse_off()");
        assertThat(move(0)).contains("모두 같아요");
        assertThat(one("select count(*) from settings.change")).isEqualTo("500");
        assertThat(MovedMark.of(data)).map(MovedMark::ended).contains(true);
    }

    @Test
    void SET_3_a_move_killed_after_its_commit_is_ended_by_the_next_run() throws Exception {
        move(0);
        MovedMark.begin(data, url, Instant.EPOCH);
        assertThat(move(0)).contains("끝나 있었어요", "DOCHAK_DATABASE_URL=" + url);
        assertThat(MovedMark.of(data)).map(MovedMark::ended).contains(true);
        assertThat(one("select count(*) from settings.change")).isEqualTo("500");
    }

    @Test
    void SET_3_a_change_log_that_is_broken_is_moved_and_the_exit_code_says_so() throws Exception {
        Path broken = own.resolve("broken");
        try (OwnPostgres postgres = new OwnPostgres(broken)) {
            postgres.accounts().makeTables();
            try (Connection connection = postgres.connect();
                    Statement sql = connection.createStatement()) {
                sql.execute("update changes.head set place = 7");
            }
        }
        assertThat(run(3, environment(), "--data", broken.toString(), "--database-url", url))
                .contains("모두 같아요", "옛 폴더에서도", "DOCHAK_DATABASE_URL=" + url);
        assertThat(MovedMark.of(broken)).map(MovedMark::ended).contains(true);
    }

    @Test
    void SET_3_what_is_wrong_with_an_account_or_an_address_is_said_in_a_sentence() throws Exception {
        Map<String, String> poor = environment();
        execute(
                "do $$ begin if not exists (select from pg_roles where rolname = 'poor') then create role poor login; end if; end $$");
        poor.put("DOCHAK_DATABASE_OWNER", "poor");
        assertThat(run(1, poor, "--database-url", url)).contains("스키마를 만들 수 없어요");
        execute("grant create on database %s to poor; grant create on schema public to poor"
                .formatted(one("select current_database()")));
        assertThat(run(1, poor, "--database-url", url)).contains("dochak_archive");
        assertThat(run(1, environment(), "--database-url", url + "_none")).contains("그런 데이터베이스가 없어요");
        assertThat(run(1, environment(), "--database-url", "jdbc:postgresql://localhost:1/none"))
                .contains("닿지 않아요");
        assertThat(run(2, environment(), "--nonsense")).contains("usage");
        assertThat(run(2, environment())).contains("usage");
        assertThat(MoveCommand.sentence(new SQLException("x", "28P01"))).contains("비밀번호");
        assertThat(MoveCommand.sentence(new SQLException("x", "08006"))).contains("중간에 연결이 끊겼어요");
        assertThat(MoveCommand.sentence(new SQLException("x"))).contains("끝내지 못했어요");
    }

    @Test
    void SET_3_an_old_or_foreign_postgresql_is_refused() {
        assertThat(new Target(140_012, "UTF8", 0, false, true, true).against().orElseThrow())
                .hasMessageContaining("PostgreSQL 14");
        assertThat(new Target(150_000, "LATIN1", 0, false, true, true).against().orElseThrow())
                .hasMessageContaining("UTF8");
        assertThat(new Target(150_000, "UTF8", 300, true, true, true).against()).isEmpty();
        assertThat(new Target(180_000, "UTF8", 0, false, true, true).against()).isEmpty();
    }

    @Test
    void SET_3_a_folder_of_another_version_is_refused_before_a_row_is_moved() throws Exception {
        Path other = own.resolve("other");
        try (OwnPostgres postgres = new OwnPostgres(other)) {
            postgres.accounts().makeTables();
            try (Connection connection = postgres.connect();
                    Statement sql = connection.createStatement()) {
                sql.execute("alter table settings.change add column later text");
            }
        }
        assertThat(run(1, environment(), "--data", other.toString(), "--database-url", url))
                .contains("다른 버전");
        assertThat(MovedMark.of(other)).isEmpty();
    }
}
