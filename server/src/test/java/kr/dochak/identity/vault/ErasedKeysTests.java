package kr.dochak.identity.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kr.dochak.ProductTest;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** H5: the unwrapped key of somebody who was erased is in no process's memory. */
@ProductTest
class ErasedKeysTests {

    private static final MallId RAINBOW = new MallId(1);

    @Autowired
    private People people;

    @Autowired
    private PersonRepository rows;

    @Autowired
    private MasterKey master;

    @Autowired
    private Vault vault;

    @Autowired
    private TransactionTemplate transaction;

    private PersonId somebody() {
        return people.enrol(RAINBOW, List.of(new PersonalData("erased-" + System.nanoTime(), "김지워", null, null, "ko")))
                .getFirst();
    }

    @Test
    void H5_another_process_forgets_the_key_of_who_was_erased_here() {
        PersonId person = somebody();
        Vault other = new Vault(master);
        rows.byIds(List.of(person)).forEach(other::learn);
        ErasedKeys look = new ErasedKeys(rows, other);
        look.tick(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(other.withoutKey(List.of(person))).isEmpty();

        people.erase(person);
        look.tick(Instant.parse("2026-11-23T00:00:10Z"));
        assertThat(other.withoutKey(List.of(person))).containsExactly(person);
    }

    @Test
    void H5_a_key_that_is_used_while_it_is_being_destroyed_is_forgotten_all_the_same() {
        PersonId person = somebody();
        transaction.executeWithoutResult(status -> {
            people.erase(person);
            CompletableFuture.supplyAsync(() -> people.open(List.of(person))).join();
        });

        assertThat(vault.withoutKey(List.of(person))).containsExactly(person);
    }

    @Test
    void H5_a_key_that_is_still_in_memory_seals_nothing_for_somebody_erased() {
        PersonId person = somebody();
        rows.byIds(List.of(person)).forEach(vault::learn);
        // as another process does it, of which this one has not read yet
        transaction.executeWithoutResult(status -> rows.erase(person, Instant.parse("2026-11-23T00:00:00Z")));

        assertThatThrownBy(() -> people.keepRecipients(
                        List.of(person), List.of(new Recipient("김지워", null, "06236", "서울", "1호"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void H5_an_erasure_that_is_rolled_back_keeps_the_key() {
        PersonId person = somebody();
        transaction.executeWithoutResult(status -> {
            people.erase(person);
            status.setRollbackOnly();
        });

        assertThat(vault.withoutKey(List.of(person))).isEmpty();
        assertThat(people.open(List.of(person))).containsKey(person);
    }
}
