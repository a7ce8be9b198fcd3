package kr.dochak.tracking.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kr.dochak.tracking.LogIntake;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.context.SmartLifecycle;

/** The threads of this process that apply the log, each with a consumer of its own. */
class ScanConsumers implements SmartLifecycle {

    /** A consumer and the thread that runs it. */
    private record Running(ScanConsumer consumer, Thread thread, KafkaClientMetrics metrics) {}

    private final LogSettings settings;
    private final ScanTopic topic;
    private final LogApplier.Tools tools;
    private final MeterRegistry meters;
    private final List<Running> running = new ArrayList<>();

    ScanConsumers(LogSettings settings, ScanTopic topic, LogApplier.Tools tools) {
        this.settings = settings;
        this.topic = topic;
        this.tools = tools;
        this.meters = tools.meters();
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.servers());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, LogIntake.MOST_SCANS);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int)
                settings.sessionTimeout().toMillis());
        properties.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                (int) settings.sessionTimeout().toMillis() / 4);
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return properties;
    }

    @Override
    public synchronized void start() {
        for (int i = 0; i < settings.consumers(); i++) {
            var kafka = new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            KafkaClientMetrics metrics = new KafkaClientMetrics(kafka);
            metrics.bindTo(meters);
            ScanConsumer consumer =
                    new ScanConsumer(kafka, settings.topic(), new LogApplier(topic.id(), settings.topic(), tools));
            Thread thread = Thread.ofPlatform().name("scan-consumer-" + i).start(consumer);
            running.add(new Running(consumer, thread, metrics));
        }
    }

    @Override
    public synchronized void stop() {
        running.forEach(each -> each.consumer.stop());
        for (Running each : running) {
            try {
                each.thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            each.metrics.close();
        }
        running.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }
}
