package kr.dochak.tracking.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.scans.ScanQueue.Waiting;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** TRK-2: scans wait in order, whole requests at a time, and nobody waits for ever. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScanQueueTests {

    private final ScanQueue queue = new ScanQueue(3, 10);

    private int requests;

    /** Of a parcel that no other request has. */
    private Waiting request(int scans) {
        requests++;
        return new Waiting(Collections.nCopies(scans, scan("0" + requests)));
    }

    private static Waiting of(String... parcels) {
        return new Waiting(Stream.of(parcels).map(ScanQueueTests::scan).toList());
    }

    private static Scan scan(String parcel) {
        return new Scan(
                0,
                new CarrierId("kr.hanjin"),
                new TrackingNumber(parcel),
                ShipmentStatus.PICKED_UP,
                null,
                Instant.EPOCH,
                "",
                "",
                null);
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
    void a_parcel_is_in_one_hand_at_a_time_and_others_are_given_meanwhile() throws Exception {
        queue.open();
        Waiting first = of("1", "2");
        Waiting sharing = of("2", "3");
        Waiting other = of("4");
        queue.offer(first);
        assertThat(queue.take(1)).containsExactly(first);
        queue.offer(sharing);
        queue.offer(other);
        assertThat(queue.take(1)).containsExactly(other);
        queue.written(List.of(first));
        assertThat(queue.take(1)).containsExactly(sharing);
    }

    @Test
    void scans_of_a_parcel_keep_their_order_behind_one_that_waits() throws Exception {
        queue.open();
        Waiting first = of("1");
        Waiting second = of("1", "2");
        Waiting third = of("2");
        queue.offer(first);
        assertThat(queue.take(1)).containsExactly(first);
        queue.offer(second);
        queue.offer(third);
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<List<Waiting>> next = writer.submit(() -> queue.take(1));
            queue.written(List.of(first));
            assertThat(next.get()).containsExactly(second, third);
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
