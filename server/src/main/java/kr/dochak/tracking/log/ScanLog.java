package kr.dochak.tracking.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanIntake;
import kr.dochak.tracking.ScanReceipt;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Takes scans into Kafka: done when every replica in sync has them. What was written and not answered is written again by
 * the caller, which changes nothing (the fold knows a scan it has seen).
 */
class ScanLog implements ScanIntake, AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final Producer<byte[], byte[]> producer;
    private final String topic;

    ScanLog(Producer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** Gives up before the caller does, so that "not taken" is answered and not a silence. */
    static Map<String, Object> properties(LogSettings settings) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.servers(),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 * 1024,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                20_000);
    }

    @Override
    public CompletableFuture<ScanReceipt> submit(List<Scan> scans) {
        if (scans.isEmpty()) {
            return CompletableFuture.completedFuture(ScanReceipt.logged(0));
        }
        CompletableFuture<ScanReceipt> done = new CompletableFuture<>();
        AtomicInteger left = new AtomicInteger(scans.size());
        try {
            for (Scan scan : scans) {
                producer.send(
                        new ProducerRecord<>(topic, LoggedScan.key(scan), LoggedScan.value(scan)), (at, failure) -> {
                            if (failure != null) {
                                done.completeExceptionally(failure);
                            } else if (left.decrementAndGet() == 0) {
                                done.complete(ScanReceipt.logged(scans.size()));
                            }
                        });
            }
        } catch (RuntimeException e) { // its buffer is full, or it is closed
            done.completeExceptionally(e);
        }
        return done;
    }

    @Override
    public void close() {
        producer.close(LAST_WORDS);
    }
}
