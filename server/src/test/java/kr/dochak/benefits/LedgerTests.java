package kr.dochak.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** BEN-5. Tampering happens inside a transaction that is rolled back, since all tests share one ledger. */
@ProductTest
class LedgerTests {

    private final Benefits benefits;
    private final Ledger ledger;
    private final LedgerRepository entries;
    private final WorldClock clock;
    private final JdbcClient jdbc;

    @Autowired
    LedgerTests(Benefits benefits, Ledger ledger, LedgerRepository entries, WorldClock clock, JdbcClient jdbc) {
        this.benefits = benefits;
        this.ledger = ledger;
        this.entries = entries;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void BEN_5_the_ledger_refuses_to_be_changed() {
        give("refuse");
        for (String sql : List.of(
                "update benefits.ledger_entry set amount = 1",
                "delete from benefits.ledger_entry",
                "truncate benefits.ledger_entry")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> TestDatabase.asSuperuser(jdbc).sql(sql).update())
                    .hasMessageContaining("append-only");
        }
        assertThat(ledger.verify()).isInstanceOf(LedgerVerdict.Intact.class);
    }

    @Test
    void BEN_5_a_changed_entry_is_found() {
        assertThat(verdictAfter("update benefits.ledger_entry set amount = amount + 1 where id = :id"))
                .isEqualTo(new LedgerVerdict.Broken(tamperedId));
    }

    @Test
    void BEN_5_a_removed_entry_is_found() {
        assertThat(verdictAfter("delete from benefits.ledger_entry where id = :id"))
                .isEqualTo(new LedgerVerdict.Broken(tamperedId));
    }

    @Test
    void BEN_5_a_cut_off_end_is_found() {
        assertThat(verdictAfter("delete from benefits.ledger_entry where id >= :id"))
                .isEqualTo(new LedgerVerdict.Broken(tamperedId));
    }

    private long tamperedId;

    private LedgerVerdict verdictAfter(String sql) {
        give("tamper" + sql.hashCode());
        DataSource superuser = TestDatabase.superuser(jdbc);
        JdbcClient tampering = JdbcClient.create(superuser);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(superuser));
        transaction.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        return transaction.execute(status -> {
            status.setRollbackOnly();
            tamperedId = entries.head().entryId() - 1;
            tampering.sql("set local session_replication_role = replica").update();
            tampering.sql(sql).param("id", tamperedId).update();
            return new Ledger(new LedgerRepository(tampering)).verify();
        });
    }

    private void give(String name) {
        benefits.grantPoints(IntStream.range(0, 3)
                .mapToObj(i -> new PointGrant(
                        "ledger:" + name + ":" + i,
                        new MallId(1),
                        new PersonId(6_900_001),
                        null,
                        new Won(100),
                        new Warrant("늦은 배송 보상", "staff:1", List.of("staff:2", "staff:3")),
                        clock.instant()))
                .toList());
    }
}
