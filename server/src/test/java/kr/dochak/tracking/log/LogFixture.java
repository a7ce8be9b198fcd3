package kr.dochak.tracking.log;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.LogIntake;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log without Kafka: records, and consumers that apply them to the real database. */
class LogFixture {

    private static final AtomicLong NUMBERS = new AtomicLong(77_000_000);

    final UUID log = UUID.randomUUID();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Map<Integer, Long> written = new HashMap<>();
    final Tracking tracking;
    final JdbcClient jdbc;
    final LogApplier.Tools tools;
    private final WorldClock clock;

    LogFixture(Tracking tracking, LogIntake batch, LogRepository repository, WorldClock clock, JdbcClient jdbc) {
        this.tracking = tracking;
        this.clock = clock;
        this.jdbc = jdbc;
        this.tools = new LogApplier.Tools(batch, repository, clock, meters);
    }

    /** A consumer that owns partitions 0 and 1 from where they stand. */
    LogApplier consumer() {
        LogApplier consumer = new LogApplier(log, "scans", tools);
        consumer.begin(Map.of(0, 0L, 1, 0L));
        return consumer;
    }

    /** So many parcels, each with its number. */
    List<String> parcels(int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add("77" + NUMBERS.incrementAndGet());
        }
        tracking.register(numbers.stream()
                .map(number -> new RegisterShipment(
                        new MallId(1),
                        new CarrierId("kr.hanjin"),
                        new TrackingNumber(number),
                        List.of(new CarriedOrder(new OrderId(NUMBERS.incrementAndGet()), List.of())),
                        clock.instant()))
                .toList());
        return numbers;
    }

    Scan scan(String number, ShipmentStatus status, String place) {
        return new Scan(
                0,
                new CarrierId("kr.hanjin"),
                new TrackingNumber(number),
                status,
                null,
                clock.instant(),
                place,
                "",
                null);
    }

    LogRecord pickUp(int partition, String number) {
        return record(partition, LoggedScan.value(scan(number, ShipmentStatus.PICKED_UP, "인천")));
    }

    LogRecord garbage(int partition) {
        return record(partition, "{}".getBytes(StandardCharsets.UTF_8));
    }

    /** The next record of the partition. */
    LogRecord record(int partition, byte[] value) {
        return new LogRecord(partition, written.merge(partition, 1L, Long::sum) - 1, value);
    }

    long position(int partition) {
        return jdbc.sql("select next_offset from tracking.log_position where log_id = :log and partition = :partition")
                .param("log", log)
                .param("partition", partition)
                .query(Long.class)
                .single();
    }

    /** How many scans of these parcels there are. */
    long scans(List<String> numbers) {
        return jdbc.sql("""
                select count(*) from tracking.scan c join tracking.shipment s on s.id = c.shipment_id
                where s.tracking_number = any(:numbers)
                """)
                .param("numbers", numbers.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** What was kept aside, as {@code offset why}. */
    List<String> keptAside() {
        return jdbc.sql("""
                select record_offset || ' ' || why from tracking.poisoned_record where log_id = :log
                order by partition, record_offset
                """).param("log", log).query(String.class).list();
    }

    double count(String meter) {
        return meters.counter(meter).count();
    }
}
