package kr.dochak.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import kr.dochak.ProductTest;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.scans.ScanRepository;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** TRK-2: who reads the feed of moves by their ids passes none by, however many write. */
@ProductTest
class MoveOrderTests {

    private static final String NUMBER = "660000000001";

    @Autowired
    Tracking tracking;

    @Autowired
    ScanRepository scans;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoever_gets_the_greater_ids_of_moves_commits_later() throws Exception {
        tracking.register(List.of(new RegisterShipment(
                new MallId(1),
                new CarrierId("kr.hanjin"),
                new TrackingNumber(NUMBER),
                List.of(new CarriedOrder(new OrderId(66_000_001), List.of())),
                clock.instant())));
        long before = jdbc.sql("select coalesce(max(id), 0) from tracking.move")
                .query(Long.class)
                .single();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual()
                .start(() -> transaction.executeWithoutResult(status -> {
                    scans.copyMoves(List.of(move()));
                    held.countDown();
                    await(enough);
                }));
        held.await();
        CompletableFuture<ScanReceipt> other = tracking.submit(List.of(new Scan(
                0,
                new CarrierId("kr.hanjin"),
                new TrackingNumber(NUMBER),
                ShipmentStatus.PICKED_UP,
                null,
                clock.instant(),
                "인천",
                "",
                null)));
        Awaitility.await().until(() -> isWaitingForFeed() || other.isDone());

        assertThat(tracking.moves(before, 10))
                .as("nothing that a reader could pass by")
                .isEmpty();
        enough.countDown();
        slow.join();
        other.join();
        assertThat(tracking.moves(before, 10)).extracting(Move::place).startsWith("first", "인천");
    }

    private Move move() {
        return new Move(
                0,
                new ShipmentId(1),
                new MallId(1),
                ShipmentStatus.PENDING,
                ShipmentStatus.PICKED_UP,
                null,
                "first",
                clock.instant(),
                clock.instant());
    }

    private boolean isWaitingForFeed() {
        return jdbc.sql(
                        "select exists (select from pg_locks where locktype = 'advisory' and classid = 7041 and not granted)")
                .query(Boolean.class)
                .single();
    }

    private static void await(CountDownLatch enough) {
        try {
            enough.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
