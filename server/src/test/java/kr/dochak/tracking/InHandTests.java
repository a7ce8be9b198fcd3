package kr.dochak.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** TRK-2: no two batches of a process write scans of one parcel at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InHandTests {

    private final InHand inHand = new InHand();

    private static List<ShipmentKey> parcels(String... numbers) {
        return List.of(numbers).stream()
                .map(number -> new ShipmentKey("kr.hanjin", number))
                .toList();
    }

    @Test
    void a_batch_waits_for_the_parcel_it_shares_and_others_go_on() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> inHand.alone(parcels("1", "2"), () -> {
            begun.countDown();
            await(end);
            ended.set(true);
            return true;
        }));
        await(begun);
        AtomicBoolean after = new AtomicBoolean();
        Thread sharing = Thread.ofPlatform().start(() -> after.set(inHand.alone(parcels("2", "3"), ended::get)));
        Awaitility.await().until(() -> sharing.getState() == Thread.State.WAITING);
        assertThat(inHand.alone(parcels("3", "4"), ended::get)).isFalse();
        end.countDown();
        assertThat(first.join()).isTrue();
        Awaitility.await().untilTrue(after);
    }

    @Test
    void what_fails_frees_its_parcels() {
        assertThatThrownBy(() -> inHand.alone(parcels("1"), () -> {
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        assertThat(inHand.alone(parcels("1"), () -> true)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
