package kr.dochak.tracking.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kr.dochak.ProductTest;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.LogIntake;
import kr.dochak.tracking.Tracking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a consumer reads is the database's word, at the beginning and whenever it was refused. */
@ProductTest
class ScanConsumerTests {

    private static final TopicPartition PARTITION = new TopicPartition("scans", 0);

    @Autowired
    Tracking tracking;

    @Autowired
    LogIntake batch;

    @Autowired
    LogRepository repository;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("none");
    private LogFixture log;
    private ScanConsumer consumer;
    private Thread thread;

    @BeforeEach
    void a_consumer() {
        log = new LogFixture(tracking, batch, repository, clock, jdbc);
        consumer = new ScanConsumer(kafka, "scans", new LogApplier(log.log, "scans", log.tools));
        kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    @AfterEach
    void stopped() throws InterruptedException {
        consumer.stop();
        thread.join();
        assertThat(kafka.closed()).isTrue();
    }

    private void start() {
        kafka.schedulePollTask(() -> kafka.rebalance(List.of(PARTITION)));
        thread = Thread.ofVirtual().start(consumer);
    }

    private void comes(LogRecord record) {
        kafka.schedulePollTask(() -> kafka.addRecord(
                new ConsumerRecord<>("scans", record.partition(), record.offset(), new byte[0], record.value())));
    }

    @Test
    void reading_begins_where_the_database_says() {
        List<String> parcels = log.parcels(2);
        log.consumer().apply(List.of(log.pickUp(0, parcels.get(0))), false);
        start();
        comes(log.pickUp(0, parcels.get(1)));

        Awaitility.await().until(() -> log.position(0) == 2);
        assertThat(log.scans(parcels)).isEqualTo(2);
        assertThat(log.count("dochak.scans.fenced")).isZero();
    }

    @Test
    void a_consumer_that_was_passed_by_goes_on_behind_the_other() {
        List<String> parcels = log.parcels(2);
        LogRecord first = log.pickUp(0, parcels.get(0));
        start();
        Awaitility.await().until(() -> !kafka.assignment().isEmpty());
        log.consumer().apply(List.of(first), false);
        comes(first);
        comes(log.pickUp(0, parcels.get(1)));

        Awaitility.await().until(() -> log.position(0) == 2);
        assertThat(log.scans(parcels)).isEqualTo(2);
        assertThat(log.count("dochak.scans.fenced")).isEqualTo(1);
    }

    @Test
    void a_takeover_that_failed_is_made_good_before_anything_is_read() {
        List<String> parcels = log.parcels(2);
        log.consumer().apply(List.of(log.pickUp(0, parcels.get(0))), false);
        kafka.setOffsetsException(new KafkaException("no answer"));
        start();
        comes(log.pickUp(0, parcels.get(1)));

        Awaitility.await().until(() -> log.position(0) == 2);
        assertThat(log.scans(parcels)).isEqualTo(2);
        assertThat(log.count("dochak.scans.fenced")).isZero();
    }
}
