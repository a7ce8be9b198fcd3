package kr.dochak.tracking.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads partitions of the log that the group gives it, from where the database records them as applied; Kafka's own offsets
 * are neither read nor written. A failed batch is tried again where it stands: whether its commit came through only the
 * database knows, and the mark asks it.
 */
class ScanConsumer implements Runnable, ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(ScanConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final LogApplier applier;
    private final CountDownLatch stopped = new CountDownLatch(1);
    /** Where to read must be asked again: it was refused, or whether it was asked is not certain. */
    private boolean isAstray;

    ScanConsumer(Consumer<byte[], byte[]> consumer, String topic, LogApplier applier) {
        this.consumer = consumer;
        this.topic = topic;
        this.applier = applier;
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(List.of(topic), this);
            while (!isStopped()) {
                poll();
            }
        } catch (WakeupException stop) {
            log.debug("woken up to stop");
        }
    }

    /** Another thread may ask; what is being applied is finished. */
    void stop() {
        stopped.countDown();
        consumer.wakeup();
    }

    private void poll() {
        try {
            if (isAstray) {
                seek(consumer.assignment());
                isAstray = false;
            }
            List<LogRecord> records = new ArrayList<>();
            consumer.poll(POLL)
                    .forEach(read -> records.add(new LogRecord(read.partition(), read.offset(), read.value())));
            isAstray = !records.isEmpty() && apply(records) == LogApplier.Outcome.FENCED;
        } catch (WakeupException stop) {
            throw stop;
        } catch (RuntimeException | Error e) { // an error that ended this thread would leave its partitions unread
            if (e instanceof OffsetOutOfRangeException) {
                log.error("the log does not hold what is to be applied next: it was cut", e);
            } else {
                log.warn("reading the log failed and will be tried again", e);
            }
            isAstray = true;
            pause();
        }
    }

    private LogApplier.Outcome apply(List<LogRecord> records) {
        boolean again = false;
        while (true) {
            try {
                return applier.apply(records, again);
            } catch (RuntimeException | Error e) {
                log.warn("{} records were not applied and will be tried again", records.size(), e);
                again = true;
                pause();
                if (isStopped()) {
                    throw new WakeupException();
                }
            }
        }
    }

    private void pause() {
        try {
            stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void seek(Collection<TopicPartition> partitions) {
        Map<Integer, Long> first = new HashMap<>();
        consumer.beginningOffsets(partitions).forEach((each, offset) -> first.put(each.partition(), offset));
        Map<Integer, Long> next = applier.begin(first);
        partitions.forEach(each -> consumer.seek(each, Objects.requireNonNull(next.get(each.partition()))));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            seek(partitions);
            log.info("partitions taken over: {}", partitions);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        applier.end(partitions.stream().map(TopicPartition::partition).toList());
    }
}
