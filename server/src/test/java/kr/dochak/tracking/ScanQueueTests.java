package kr.dochak.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.dochak.tracking.ScanQueue.Waiting;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** TRK-2: scans wait in order, whole requests at a time, and nobody waits for ever. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScanQueueTests {

    private final ScanQueue queue = new ScanQueue(3, 10);

    private static Waiting request(int scans) {
        Scan scan = new Scan(0, "kr.hanjin", "1", ShipmentStatus.PICKED_UP, null, Instant.EPOCH, "", "", null);
        return new Waiting(Collections.nCopies(scans, scan), new CompletableFuture<>());
    }

    @Test
    void a_batch_is_whole_requests_in_order_and_one_that_is_too_large_goes_alone() throws Exception {
        queue.open();
        Waiting first = request(4);
        Waiting second = request(6);
        Waiting third = request(12);
        queue.offer(first);
        queue.offer(second);
        queue.offer(third);
        assertThat(queue.take(1)).containsExactly(first, second);
        assertThat(queue.take(1)).containsExactly(third);
    }

    @Test
    void a_full_queue_and_a_closed_one_take_nothing() {
        assertThat(queue.offer(request(1))).as("not open yet").isFalse();
        queue.open();
        for (int i = 0; i < 3; i++) {
            assertThat(queue.offer(request(1))).isTrue();
        }
        assertThat(queue.offer(request(1))).as("full").isFalse();
        assertThat(queue.close()).hasSize(3);
        assertThat(queue.offer(request(1))).as("closed").isFalse();
    }

    @Test
    void the_second_writer_waits_until_its_batch_is_worth_a_transaction() throws Exception {
        queue.open();
        queue.offer(request(4));
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<List<Waiting>> second = writer.submit(() -> queue.take(5));
            assertThat(queue.take(1)).as("the first takes what is there").hasSize(1);
            queue.offer(request(5));
            assertThat(second.get()).hasSize(1);
        }
    }

    @Test
    void whoever_waits_when_it_closes_goes_home_with_nothing() throws Exception {
        queue.open();
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<List<Waiting>> waiting = writer.submit(() -> queue.take(1));
            queue.close();
            assertThat(waiting.get()).isEmpty();
        }
    }
}
