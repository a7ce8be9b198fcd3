package kr.dochak.tracking.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReceipt;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScanLogTests {

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final ScanLog log = new ScanLog(kafka, "scans");
    private final List<Scan> two = List.of(scan("1"), scan("2"));

    private static Scan scan(String number) {
        return new Scan(
                0,
                new CarrierId("kr.hanjin"),
                new TrackingNumber(number),
                ShipmentStatus.PICKED_UP,
                null,
                Instant.parse("2026-11-23T00:00:00Z"),
                "",
                "",
                null);
    }

    @Test
    void an_answer_comes_when_all_of_a_request_is_acknowledged() {
        CompletableFuture<ScanReceipt> answer = log.submit(two);

        kafka.completeNext();
        assertThat(answer).isNotDone();
        kafka.completeNext();
        assertThat(answer).isCompletedWithValue(ScanReceipt.logged(2));
        assertThat(kafka.history())
                .extracting(record -> LoggedScan.read(record.value()))
                .containsExactly(new LoggedScan.Read.Good(two.get(0)), new LoggedScan.Read.Good(two.get(1)));
    }

    @Test
    void one_scan_that_is_not_acknowledged_is_no_answer_for_all() {
        CompletableFuture<ScanReceipt> answer = log.submit(two);

        kafka.completeNext();
        kafka.errorNext(new TimeoutException("no broker"));
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void a_log_that_takes_nothing_fails_at_once() {
        kafka.close();

        assertThat(log.submit(two)).isCompletedExceptionally();
    }

    @Test
    void nothing_is_taken_at_once() {
        assertThat(log.submit(List.of())).isCompletedWithValue(ScanReceipt.logged(0));
    }
}
