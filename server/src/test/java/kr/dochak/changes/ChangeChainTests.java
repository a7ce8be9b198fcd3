package kr.dochak.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** ASR-5. Tampering happens inside a transaction that is rolled back, since all tests share one log. */
@ProductTest
class ChangeChainTests {

    private static final Actor MINA = Actor.of(new MallId(1), 1, "한미나");

    @Autowired
    Changes changes;

    @Autowired
    ChangeChain chain;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private long tampered;

    private void write(int rows) {
        IntStream.range(0, rows)
                .forEach(n -> changes.note(
                        Change.of("settings", "test.number")
                                .as("settings")
                                .with("number", n, n + 1)
                                .why("시험"),
                        MINA));
        sealAll();
    }

    private void sealAll() {
        while (chain.seal()) {
            // until nothing waits
        }
    }

    @Test
    void ASR_5_the_log_refuses_to_be_changed() {
        write(1);
        for (String sql : List.of(
                "update changes.entry set reason = 'x'", "delete from changes.entry", "truncate changes.entry")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> TestDatabase.asSuperuser(jdbc).sql(sql).update())
                    .hasStackTraceContaining("only added to");
        }
        assertThatThrownBy(() -> jdbc.sql("update changes.head set place = 0").update())
                .hasStackTraceContaining("permission denied");
        assertThat(chain.verify()).isInstanceOf(ChainVerdict.Intact.class);
    }

    @Test
    void ASR_5_every_column_is_under_the_hash() {
        write(3);
        List<String> columns =
                TestDatabase.asSuperuser(jdbc).sql("""
                select column_name || case data_type
                    when 'text' then ' = ' || case column_name when 'outcome' then '''UNSURE''' else column_name || ' || ''x''' end
                    when 'bigint' then ' = coalesce(' || column_name || ', 0) + 7'
                    when 'boolean' then ' = not ' || column_name
                    when 'uuid' then ' = gen_random_uuid()'
                    when 'ARRAY' then ' = ' || column_name || ' || ''{x}''::text[]'
                    else ' = ' || column_name || ' + interval ''1 second''' end
                from information_schema.columns
                where table_schema = 'changes' and table_name = 'entry'
                  and column_name not in ('id', 'place', 'hash', 'before', 'after')
                """).query(String.class).list();
        assertThat(columns).hasSize(14);
        for (String column : columns) {
            String others = column.startsWith("fields ")
                    ? ", before = before || '{x}'::text[], after = after || '{x}'::text[]"
                    : "";
            assertThat(verdictAfter("update changes.entry set " + column + others + " where place = :place"))
                    .as(column)
                    .isEqualTo(new ChainVerdict.Broken(tampered));
        }
        assertThat(verdictAfter("update changes.entry set before[1] = '999' where place = :place"))
                .isEqualTo(new ChainVerdict.Broken(tampered));
        assertThat(verdictAfter("update changes.entry set after[1] = '999' where place = :place"))
                .isEqualTo(new ChainVerdict.Broken(tampered));
    }

    @Test
    void ASR_5_a_removed_row_is_found() {
        write(3);
        assertThat(verdictAfter("delete from changes.entry where place = :place"))
                .isEqualTo(new ChainVerdict.Broken(tampered));
    }

    @Test
    void ASR_5_a_cut_off_end_is_found() {
        write(3);
        assertThat(verdictAfter("delete from changes.entry where place >= :place"))
                .isEqualTo(new ChainVerdict.Broken(tampered));
    }

    @Test
    void ASR_5_a_cut_off_beginning_is_found() {
        write(3);
        assertThat(verdictAfter("delete from changes.entry where place <= :place"))
                .isInstanceOf(ChainVerdict.Broken.class);
    }

    @Test
    void ASR_5_a_row_that_was_slipped_in_is_found() {
        write(3);
        assertThat(verdictAfter("""
                with moved as (update changes.entry set place = place + 1000000 where place > :place returning 1)
                insert into changes.entry (at, tenant_id, house, staff_id, name, roles, address, request, what, outcome, kind,
                                           object, fields, before, after, reason, place, hash)
                select at, tenant_id, house, staff_id, name, roles, address, request, what, outcome, kind, object, fields, before,
                       after, reason, :place + 1, repeat('a', 64)
                from changes.entry where place = :place and (select count(*) from moved) >= 0
                """)).isEqualTo(new ChainVerdict.Broken(tampered + 1));
    }

    @Test
    void ASR_5_rows_that_changed_places_are_found() {
        write(3);
        assertThat(verdictAfter("""
                with two as (select place, hash, id from changes.entry where place in (:place, :place + 1)),
                    away as (update changes.entry set place = place + 1000000 where place in (:place, :place + 1) returning id)
                select 1 from two, away
                """, """
                update changes.entry e set place = case when e.place = :place + 1000000 then :place + 1 else :place end
                where e.place in (:place + 1000000, :place + 1000001)
                """)).isEqualTo(new ChainVerdict.Broken(tampered));
    }

    @Test
    void ASR_5_a_row_that_was_taken_out_changed_and_sealed_again_is_found() {
        write(3);
        assertThat(verdictAfter(
                        "update changes.entry set reason = 'x', place = null, hash = null where place = :place"))
                .isEqualTo(new ChainVerdict.Broken(tampered));
    }

    private ChainVerdict verdictAfter(String... statements) {
        DataSource superuser = TestDatabase.superuser(jdbc);
        JdbcClient tampering = JdbcClient.create(superuser);
        TransactionTemplate undone = new TransactionTemplate(new JdbcTransactionManager(superuser));
        undone.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        return undone.execute(status -> {
            status.setRollbackOnly();
            ChainRepository rows = new ChainRepository(tampering);
            tampered = rows.ends().head().place() - 1;
            tampering.sql("set local session_replication_role = replica").update();
            for (String sql : statements) {
                var statement = tampering.sql(sql).param("place", tampered);
                if (sql.stripLeading().startsWith("with two")) {
                    statement.query(row -> {});
                } else {
                    statement.update();
                }
            }
            return new ChangeChain(rows, clock).verify();
        });
    }

    @Test
    void ASR_5_writers_do_not_wait_for_each_other_and_every_row_has_its_place() throws Exception {
        sealAll();
        long before = chain.state().lines();
        int writers = 8;
        int each = 50;
        try (ExecutorService pool = Executors.newFixedThreadPool(writers + 2)) {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                work.add(() -> {
                    for (int n = 0; n < each; n++) {
                        transaction.executeWithoutResult(status ->
                                changes.note(Change.of("settings", "many").as("settings"), MINA));
                    }
                    return true;
                });
            }
            work.add(() -> sealing(20));
            work.add(() -> sealing(20));
            for (Future<Boolean> done : pool.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
        sealAll();
        assertThat(chain.state().lines() - before).isEqualTo(writers * each);
        assertThat(chain.verify()).isInstanceOf(ChainVerdict.Intact.class);
    }

    private boolean sealing(int times) {
        for (int n = 0; n < times; n++) {
            chain.seal();
        }
        return true;
    }

    /** An open transaction is not waited for: its row has its place after those that were committed before it. */
    @Test
    void ASR_5_a_row_that_is_committed_late_comes_later() {
        sealAll();
        long place = chain.state().lines();
        transaction.executeWithoutResult(status -> {
            changes.note(Change.of("settings", "late").as("settings"), MINA);
            try (ExecutorService other = Executors.newSingleThreadExecutor()) {
                other.submit(() -> write(1));
            }
        });
        assertThat(chain.state().lines()).isEqualTo(place + 1);
        sealAll();
        assertThat(chain.state().lines()).isEqualTo(place + 2);
        assertThat(chain.verify()).isInstanceOf(ChainVerdict.Intact.class);
    }

    /** What a killed process leaves: an act that began and was never answered. */
    @Test
    void ASR_5_an_act_whose_process_was_killed_becomes_a_row() {
        UUID request = UUID.randomUUID();
        Act act = Act.of(MINA.in(request, "203.0.113.9"), "cases.answers", "cases", "77", List.of());
        begin(act);

        changes.abandon(clock.instant());
        assertThat(outcomes(request)).isEmpty();

        changes.abandon(clock.instant().plus(Duration.ofHours(2)));
        assertThat(outcomes(request)).containsExactly("UNSURE");
    }

    /** The act is done and its own row is committed with it; killed before the answer, it is not written twice. */
    @Test
    void ASR_5_an_act_that_was_noted_before_the_kill_has_one_row() {
        UUID request = UUID.randomUUID();
        Actor by = MINA.in(request, "203.0.113.9");
        begin(Act.of(by, "settings", "settings", "care.reopen-within", List.of()));
        changes.note(Change.of("settings", "care.reopen-within").as("settings").with("number", 7, 10), by);

        changes.abandon(clock.instant().plus(Duration.ofHours(2)));
        assertThat(outcomes(request)).containsExactly("DONE");
    }

    private void begin(Act act) {
        new ChangeRepository(jdbc).begin(act, clock.instant());
    }

    private List<String> outcomes(UUID request) {
        return jdbc.sql("select outcome from changes.entry where request = :request")
                .param("request", request)
                .query(String.class)
                .list();
    }

    @Test
    void ASR_5_a_change_that_is_undone_leaves_no_row() {
        transaction.executeWithoutResult(status -> {
            changes.note(Change.of("settings", "undone-one").as("settings"), MINA);
            status.setRollbackOnly();
        });
        assertThat(jdbc.sql("select count(*) from changes.entry where object = 'undone-one'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void ASR_5_what_leads_to_a_person_is_hidden_before_it_is_kept() {
        changes.note(
                Change.of("privacy", "masked-one")
                        .as("privacy")
                        .with("limit", 50_000, 300_000)
                        .with("from", "2026-11-23", "2026-12-25")
                        .with("number", "", "010-1234-5678")
                        .why("010-9876-5432로 전화한 hong@example.com 고객이 원해서"),
                MINA);
        List<String> kept = jdbc.sql(
                        "select reason || ' ' || array_to_string(before || after, ' ') from changes.entry where object = 'masked-one'")
                .query(String.class)
                .list();
        assertThat(kept).singleElement().asString().doesNotContain("1234", "9876", "hong@");
        assertThat(kept).singleElement().asString().contains("50000", "300000", "2026-12-25", "원해서");
    }

    @Test
    void ASR_5_two_years_are_kept_whatever_is_asked() {
        write(2);
        assertThat(changes.forget(clock.instant().plus(Duration.ofDays(1)), 100))
                .isZero();
        assertThat(chain.verify()).isInstanceOf(ChainVerdict.Intact.class);
    }

    @Test
    void ASR_5_the_command_says_what_it_finds() throws SQLException {
        write(1);
        try (Connection database = TestDatabase.superuser(jdbc).getConnection()) {
            assertThat(new VerifyCommand(System.out, clock, java.util.Map.of()).verify(database))
                    .isZero();
        }
        assertThat(Instant.EPOCH).isBefore(clock.instant());
    }
}
