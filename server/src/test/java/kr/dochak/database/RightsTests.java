package kr.dochak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** H3: what the running application may do in its own database. All tests of the product run as this role. */
@ProductTest
class RightsTests {

    private final JdbcClient jdbc;

    RightsTests(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String table(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    @Test
    void H3_history_is_neither_changed_nor_removed() {
        for (String line : Rights.lines()) {
            String table = table(line);
            assertThat(jdbc.sql("select has_table_privilege(:table, 'SELECT')")
                            .param("table", table)
                            .query(Boolean.class)
                            .single())
                    .as(table)
                    .isEqualTo(!line.endsWith("none"));
            assertThatThrownBy(() -> jdbc.sql("truncate " + table).update())
                    .as(table)
                    .hasStackTraceContaining("permission denied");
            if (!line.endsWith("delete")) {
                assertThatThrownBy(() -> jdbc.sql("delete from " + table).update())
                        .as(table)
                        .hasStackTraceContaining("permission denied");
            }
            assertThat(jdbc.sql("select has_table_privilege(:table, 'UPDATE')")
                            .param("table", table)
                            .query(Boolean.class)
                            .single())
                    .as(table)
                    .isEqualTo(line.endsWith(" update"));
        }
    }

    @Test
    void H3_of_who_saw_a_person_only_an_address_can_be_emptied() {
        assertThat(jdbc.sql("update identity.access set ip = null where id < 0").update())
                .isZero();
        assertThatThrownBy(() -> jdbc.sql("update identity.access set staff_name = 'x' where id < 0")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    /** A table whose changes a trigger refuses is history, whoever forgets to list it. */
    @Test
    void H3_what_a_trigger_keeps_append_only_is_listed() {
        List<String> kept = jdbc.sql("""
                        select distinct n.nspname || '.' || c.relname
                        from pg_trigger t
                        join pg_class c on c.oid = t.tgrelid
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_proc p on p.oid = t.tgfoid
                        where not t.tgisinternal and p.prosrc like '%append-only%'
                        """).query(String.class).list();
        assertThat(kept).isNotEmpty();
        assertThat(Rights.lines().stream().map(RightsTests::table)).containsAll(kept);
    }

    @Test
    void H3_tables_are_somebody_elses() {
        for (String sql : List.of(
                "alter table promise.ledger disable trigger all",
                "drop trigger ledger_append_only on promise.ledger",
                "drop table promise.ledger",
                "create table promise.mine (n int)",
                "create table public.mine (n int)",
                "create function promise.mine() returns int language sql return 1",
                "update public.flyway_schema_history set success = false")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .as(sql)
                    .hasStackTraceContaining("ERROR")
                    .satisfies(refused -> assertThat(refused.toString() + refused.getCause())
                            .containsAnyOf("permission denied", "must be owner"));
        }
    }

    @Test
    void H3_notices_that_are_young_are_forgotten_by_nobody() {
        assertThatThrownBy(() -> jdbc.sql("select messaging.forget_notices(now(), 5000)")
                        .query(Integer.class)
                        .single())
                .hasStackTraceContaining("kept three years");
    }

    @Test
    void M6_looks_that_are_young_are_forgotten_by_nobody() {
        jdbc.sql("""
                insert into identity.access (staff_id, staff_name, what, reason, at, kind, tenant_id)
                values (78, '직원', 'x', 'young', shared.latest_moment() - interval '729 days', 'SEARCH', 78)""").update();
        jdbc.sql("select identity.forget_accesses(now(), 5000)")
                .query(Integer.class)
                .single();
        assertThat(jdbc.sql("select count(*) from identity.access where tenant_id = 78")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThatThrownBy(() -> jdbc.sql("delete from identity.access").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void H3_the_manual_for_an_outside_database_makes_both_roles() throws Exception {
        DataSource superuser = TestDatabase.superuser(jdbc);
        for (String statement : manual()) {
            JdbcClient.create(superuser).sql(statement).update();
        }
        String url = "jdbc:postgresql://localhost:"
                + superuser.unwrap(PGSimpleDataSource.class).getPortNumbers()[0] + "/dochak_manual";
        DataSource owner = new DriverManagerDataSource(url, "dochak_manual_owner", "the-owners-password");
        JdbcClient.create(owner)
                .sql("create schema kept; create table kept.row (n int)")
                .update();
        new Rights().give(owner, "dochak_manual");
        new Rights().give(owner, "dochak_manual");
        JdbcClient application =
                JdbcClient.create(new DriverManagerDataSource(url, "dochak_manual", "the-applications-password"));
        assertThat(application.sql("insert into kept.row values (1)").update()).isOne();
        assertThatThrownBy(() -> application.sql("drop table kept.row").update())
                .hasStackTraceContaining("must be owner");
    }

    private static List<String> manual() throws Exception {
        Matcher block = Pattern.compile("```sql\n(create role.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/database-roles.md")));
        assertThat(block.find()).isTrue();
        return List.of(block.group(1)
                .replaceAll("dochak_(owner|archive)", "dochak_manual_$1")
                .replaceAll("\\bdochak\\b", "dochak_manual")
                .strip()
                .split(";\\s*"));
    }
}
