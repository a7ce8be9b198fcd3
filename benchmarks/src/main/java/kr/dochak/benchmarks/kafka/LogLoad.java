package kr.dochak.benchmarks.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.log.LoggedScan;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes scans into the log as the server does, without the server: what is left is what consumers can take. */
final class LogLoad implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    LogLoad(String servers) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Comes back when every scan is acknowledged. */
    void send(List<Scan> scans) throws Exception {
        Stream<Future<RecordMetadata>> sent = scans.stream()
                .map(scan -> producer.send(
                        new ProducerRecord<>(Broker.TOPIC, LoggedScan.key(scan), LoggedScan.value(scan))));
        for (Future<RecordMetadata> each : sent.toList()) {
            each.get();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
