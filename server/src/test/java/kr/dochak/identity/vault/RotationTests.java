package kr.dochak.identity.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import kr.dochak.TestDatabase;
import kr.dochak.database.StartProblem;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.time.WorldClock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The master key is changed while the installation lives on (16.7). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RotationTests {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final MallId MALL = new MallId(1);

    private final WorldClock clock = WorldClock.driven(NOW);
    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestDatabase.freshUrl(), "postgres", "postgres");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final MasterKeys keys = new MasterKeys(jdbc, clock);
    private final PersonRepository rows = new PersonRepository(jdbc);

    @BeforeEach
    void an_empty_vault() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/identity")
                .baselineVersion("0")
                .baselineOnMigrate(true)
                .load()
                .migrate();
    }

    private static MasterKey key(int first) {
        byte[] secret = new byte[32];
        secret[0] = (byte) first;
        return MasterKey.of(Base64.getEncoder().encodeToString(secret));
    }

    private List<PersonId> people(MasterKey master, int count) {
        Vault vault = new Vault(master);
        List<SealedPerson> sealed = new ArrayList<>();
        rows.newIds(count)
                .forEach(id -> sealed.add(
                        vault.sealNew(id, MALL, new PersonalData("c-" + id, "김열쇠", "010-1234-5678", null, "ko"))));
        return rows.insert(MALL, sealed, NOW);
    }

    private Rewrapping rewrapping(MasterKey master) {
        return new Rewrapping(jdbc, transaction, master, new Vault(master), new kr.dochak.database.OldBytes(database));
    }

    private String nameOf(MasterKey master, PersonId person) {
        return new Vault(master).openName(rows.byIds(List.of(person)).getFirst());
    }

    @Test
    void M_keys_all_people_are_wrapped_anew_and_the_old_key_is_needed_until_then() {
        MasterKey first = keys.open(key(1), null);
        List<PersonId> people = people(first, 1_200);
        MasterKey second = keys.open(key(2), key(1));

        assertThat(second.version()).isEqualTo((byte) 2);
        assertThat(nameOf(second, people.getFirst())).isEqualTo("김열쇠");
        Rewrapping run = rewrapping(second);
        assertThat(run.tick(NOW)).isTrue();
        assertThatExceptionOfType(StartProblem.class)
                .as("half of the people are still wrapped under the first")
                .isThrownBy(() -> keys.open(key(2), null));

        Rewrapping afterKill = rewrapping(keys.open(key(2), key(1)));
        while (afterKill.tick(NOW)) {}
        assertThat(jdbc.sql("select distinct get_byte(wrapped_key, 0) from identity.person")
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
        assertThat(nameOf(keys.open(key(2), null), people.getLast())).isEqualTo("김열쇠");
        assertThatExceptionOfType(StartProblem.class).isThrownBy(() -> keys.open(key(1), null));
    }

    @Test
    void M_keys_what_was_sealed_for_good_is_found_under_the_new_key() {
        MasterKey first = keys.open(key(1), null);
        byte[] secret = new Secrets(first).seal("whsec", "endpoint/1");
        byte[] archived = new ArchiveSeal(first).seal("계약", "1/O-1");
        byte[] phone = new BlindIndex(first).phone(MALL, "010-1234-5678");
        MasterKey second = keys.open(key(2), key(1));
        while (rewrapping(second).tick(NOW)) {}
        MasterKey third = keys.open(key(3), key(2));

        assertThat(new Secrets(third).open(secret, "endpoint/1")).isEqualTo("whsec");
        assertThat(new ArchiveSeal(third).open(archived, "1/O-1")).isEqualTo("계약");
        assertThat(new BlindIndex(third).phone(MALL, "010-1234-5678")).isEqualTo(phone);
        assertThat(third.derive("vault/wrap")).isNotEqualTo(first.derive("vault/wrap"));
    }

    @Test
    void M_keys_links_of_the_key_before_are_taken_for_a_time() {
        MasterKey first = keys.open(key(1), null);
        String old = new SignedLinks(first, clock)
                .pathFor(new OrderId(7), Duration.ofDays(90))
                .substring("/t/".length());
        MasterKey second = keys.open(key(2), key(1));
        while (rewrapping(second).tick(NOW)) {}
        MasterKey alone = keys.open(key(2), null);

        assertThat(new SignedLinks(alone, clock).orderOf(old)).hasValue(7);
        String fresh = new SignedLinks(alone, clock)
                .pathFor(new OrderId(8), Duration.ofDays(30))
                .substring("/t/".length());
        assertThat(new SignedLinks(first, clock).orderOf(fresh)).isEmpty();
        WorldClock later = WorldClock.driven(NOW.plus(Duration.ofDays(61)));
        assertThat(new SignedLinks(alone, later).orderOf(old)).isEmpty();
    }

    @Test
    void M_keys_a_key_that_is_neither_the_new_one_nor_the_one_before_opens_nothing() {
        keys.open(key(1), null);

        assertThatExceptionOfType(StartProblem.class).isThrownBy(() -> keys.open(key(2), null));
        assertThatExceptionOfType(StartProblem.class).isThrownBy(() -> keys.open(key(2), key(3)));
        assertThat(keys.open(key(1), key(3)).version()).isEqualTo((byte) 1);
    }
}
