package kr.dochak.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** M8: in which order those who rush and those who do not have their turns. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RowTests {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Executor THREADS = work -> Thread.ofVirtual().start(work);

    private final Row row = new Row(1);
    private final List<String> served = Collections.synchronizedList(new ArrayList<>());
    private final List<CompletableFuture<Void>> coming = new ArrayList<>();

    private boolean take(String address, Duration patience) {
        try {
            return row.take(address, patience);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Comes, and stands in the row before the next one comes. */
    private void comes(String address) {
        coming.add(CompletableFuture.runAsync(
                () -> {
                    assertThat(take(address, LONG)).isTrue();
                    served.add(address);
                    row.leave();
                },
                THREADS));
        Awaitility.await().until(() -> row.waiting() == coming.size());
    }

    private List<String> servedOnceFree() {
        row.leave();
        coming.forEach(CompletableFuture::join);
        return served;
    }

    @Test
    void M8_who_comes_for_the_first_time_goes_before_those_who_rush() {
        take("rushes", LONG);
        List.of("rushes", "rushes", "rushes too", "rushes", "first time").forEach(this::comes);
        assertThat(servedOnceFree()).containsExactly("rushes too", "first time", "rushes", "rushes", "rushes");
    }

    @Test
    void M8_those_who_rush_take_turns_however_many_each_has_waiting() {
        take("holds", LONG);
        List.of("a", "a", "a", "b", "b", "b").forEach(this::comes);
        assertThat(servedOnceFree()).containsExactly("a", "b", "a", "b", "a", "b");
    }

    @Test
    void M8_who_left_a_round_out_is_like_one_who_comes_for_the_first_time() {
        take("holds", LONG);
        List.of("seldom", "a", "a", "a", "a").forEach(this::comes);
        row.leave();
        coming.forEach(CompletableFuture::join);
        coming.clear();
        served.clear();
        take("holds", LONG);
        List.of("a", "a", "seldom").forEach(this::comes);
        assertThat(servedOnceFree().indexOf("seldom")).isLessThan(2);
    }

    @Test
    void M8_who_waits_too_long_leaves_the_row_and_is_charged_nothing() {
        take("holds", LONG);
        for (int i = 0; i < 5; i++) {
            assertThat(take("impatient", Duration.ZERO)).isFalse();
        }
        List.of("other", "other", "impatient").forEach(this::comes);
        assertThat(servedOnceFree()).containsExactly("other", "impatient", "other");
    }

    @Test
    void a_free_turn_is_had_at_once_and_by_so_many_as_there_are() {
        Row two = new Row(2);
        assertThat(List.of("a", "b", "c").stream().filter(each -> has(two, each)))
                .containsExactly("a", "b");
        two.leave();
        assertThat(has(two, "c")).isTrue();
    }

    private static boolean has(Row row, String address) {
        try {
            return row.take(address, Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void H2_addresses_without_end_leave_no_memory_without_end() {
        Row busy = new Row(2);
        takeOf(busy, "holds a turn all the time");
        for (int address = 0; address < 3 * Row.MOST_KNOWN; address++) {
            takeOf(busy, "a" + address);
            busy.leave();
        }
        assertThat(busy.known()).isLessThanOrEqualTo(Row.MOST_KNOWN);
    }

    private static void takeOf(Row row, String address) {
        try {
            assertThat(row.take(address, LONG)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
