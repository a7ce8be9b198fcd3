package kr.dochak.tracking.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.Parcels;
import kr.dochak.ProductTest;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReceipt;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** TRK-2: what the database refuses fails alone; what waited with it goes in. */
@ProductTest
class ScanWriterTests {

    private static final AtomicLong NUMBERS = new AtomicLong(66_000_000);

    @Autowired
    Tracking tracking;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final List<String> numbers = new ArrayList<>();

    private long shipment() {
        String number = "66" + NUMBERS.incrementAndGet();
        numbers.add(number);
        return (Parcels.registered(
                                tracking,
                                List.of(new RegisterShipment(
                                        new MallId(1),
                                        new CarrierId("kr.hanjin"),
                                        new TrackingNumber(number),
                                        List.of(new CarriedOrder(new OrderId(NUMBERS.incrementAndGet()), List.of())),
                                        clock.instant())))
                        .getFirst())
                .value();
    }

    private Scan scan(int shipment, String place) {
        return new Scan(
                0,
                new CarrierId("kr.hanjin"),
                new TrackingNumber(numbers.get(shipment)),
                ShipmentStatus.PICKED_UP,
                null,
                clock.instant(),
                place,
                "",
                null);
    }

    @Test
    void TRK_2_requests_that_are_answered_while_the_server_ends_bring_scans_too(@Autowired ScanWriter writer) {
        assertThat(writer.getPhase())
                .as("begins before the web server, and ends after it")
                .isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
    }

    @Test
    void TRK_2_a_poisoned_request_fails_alone_and_its_batch_goes_in() throws Exception {
        List<Long> shipments = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            shipments.add(shipment());
        }
        List<CompletableFuture<ScanReceipt>> answers = new ArrayList<>();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread holder = Thread.ofVirtual().start(() -> hold(shipments.getFirst(), held, enough));
        held.await();
        answers.add(tracking.submit(List.of(scan(0, "인천"))));
        Awaitility.await().until(this::isWriterWaiting); // the others gather behind the first and become one batch
        for (int i = 1; i < 6; i++) {
            answers.add(tracking.submit(List.of(scan(i, i == 3 ? "\0" : "인천"))));
        }
        enough.countDown();
        holder.join();

        for (int i = 0; i < 6; i++) {
            CompletableFuture<ScanReceipt> answer = answers.get(i);
            if (i == 3) {
                assertThatThrownBy(answer::join).hasRootCauseInstanceOf(java.sql.SQLException.class);
            } else {
                assertThat(answer.join()).isEqualTo(new ScanReceipt(1, 0, 0));
            }
        }
        assertThat(shipments.stream()
                        .map(id -> tracking.states(List.of(new ShipmentId(id)))
                                .get(new ShipmentId(id))
                                .status()))
                .containsExactly(
                        ShipmentStatus.PICKED_UP,
                        ShipmentStatus.PICKED_UP,
                        ShipmentStatus.PICKED_UP,
                        ShipmentStatus.PENDING,
                        ShipmentStatus.PICKED_UP,
                        ShipmentStatus.PICKED_UP);
        assertThat(tracking.submit(List.of(scan(3, "인천"))).join())
                .as("the writer lives, and the parcel too")
                .isEqualTo(new ScanReceipt(1, 0, 0));
    }

    /** TRK-2: shipments are read without a lock, so what another process wrote meanwhile must be found out. */
    @Test
    void TRK_2_a_shipment_that_changes_under_a_scan_is_folded_again() throws Exception {
        long shipment = shipment();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread other = Thread.ofVirtual().start(() -> scannedElsewhere(shipment, held, enough));
        held.await();
        CompletableFuture<ScanReceipt> answer = tracking.submit(List.of(scan(0, "인천")));
        Awaitility.await().until(this::isWriterWaiting);
        enough.countDown();
        other.join();
        assertThat(answer.join()).isEqualTo(new ScanReceipt(1, 0, 0));
        assertThat(jdbc.sql("select scan_count from tracking.shipment where id = :id")
                        .param("id", shipment)
                        .query(Integer.class)
                        .single())
                .as("theirs and ours")
                .isEqualTo(6);
    }

    private void scannedElsewhere(long shipment, CountDownLatch held, CountDownLatch enough) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update tracking.shipment set scan_count = scan_count + 5, version = version + 1 where id = :id")
                    .param("id", shipment)
                    .update();
            held.countDown();
            await(enough);
        });
    }

    /** PRM-2: a scan and somebody else change a promise at once; neither change is lost. */
    @Test
    void PRM_2_a_promise_that_changes_under_a_scan_is_looked_at_again() throws Exception {
        long shipment = shipment();
        promise(shipment);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread other = Thread.ofVirtual().start(() -> revalue(shipment, held, enough));
        held.await();
        CompletableFuture<ScanReceipt> answer = tracking.submit(List.of(scan(0, "인천")));
        Awaitility.await().until(() -> isWaiting("update promise.promise p"));
        enough.countDown();
        other.join();
        assertThat(answer.join()).isEqualTo(new ScanReceipt(1, 0, 0));
        assertThat(jdbc.sql("select stage || ' ' || total_won from promise.promise where shipment_id = :id")
                        .param("id", shipment)
                        .query(String.class)
                        .single())
                .isEqualTo("PICKED_UP 777");
    }

    private void promise(long shipment) {
        jdbc.sql("""
                insert into promise.promise
                    (tenant_id, order_id, shipment_id, open_lines, person_id, origin, destination, carrier, total_won,
                     confirmed_at, promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at)
                select 1, 7000000000 + :id, :id, 1, 1, '인천', '서울', 'kr.hanjin', 40000, at, at, at + interval '9 days',
                       false, at, at, at, '["OTHER", "lane"]', at, 'ORDERED', at
                from (select :now::timestamptz as at) moment
                """)
                .param("id", shipment)
                .param("now", clock.instant().toString())
                .update();
    }

    private void revalue(long shipment, CountDownLatch held, CountDownLatch enough) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update promise.promise set total_won = 777, version = version + 1 where shipment_id = :id")
                    .param("id", shipment)
                    .update();
            held.countDown();
            await(enough);
        });
    }

    private boolean isWriterWaiting() {
        return isWaiting("update tracking.shipment s");
    }

    private boolean isWaiting(String statement) {
        return jdbc.sql("""
                select exists (select from pg_stat_activity
                               where wait_event_type = 'Lock' and pid <> pg_backend_pid()
                                 and query like '%' || :part || '%')
                """).param("part", statement).query(Boolean.class).single();
    }

    private static void await(CountDownLatch enough) {
        try {
            enough.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hold(long shipment, CountDownLatch held, CountDownLatch enough) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select id from tracking.shipment where id = :id for update")
                    .param("id", shipment)
                    .query(Long.class)
                    .single();
            held.countDown();
            await(enough);
        });
    }
}
