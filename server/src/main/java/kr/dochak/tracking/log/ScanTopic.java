package kr.dochak.tracking.log;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.dochak.database.StartProblem;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topic of the log: made at the first start anywhere, and identified by its id, which no other topic ever has. */
class ScanTopic {

    private static final int SECONDS = 20;
    /** An acknowledged scan lies here until it is applied: without a limit of size, and for longer than any repair lasts. */
    private static final Map<String, String> KEPT = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, "" + TimeUnit.DAYS.toMillis(14), TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    private final UUID id;

    ScanTopic(LogSettings settings) {
        Map<String, Object> properties = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.servers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) TimeUnit.SECONDS.toMillis(SECONDS),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) TimeUnit.SECONDS.toMillis(SECONDS));
        try (Admin admin = Admin.create(properties)) {
            create(admin, settings);
            Uuid kafkas = Objects.requireNonNull(admin.describeTopics(List.of(settings.topic()))
                            .allTopicNames()
                            .get(SECONDS, TimeUnit.SECONDS)
                            .get(settings.topic()))
                    .topicId();
            this.id = new UUID(kafkas.getMostSignificantBits(), kafkas.getLeastSignificantBits());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while starting", e);
        } catch (ExecutionException | TimeoutException | org.apache.kafka.common.KafkaException e) {
            throw new StartProblem(
                    "Kafka did not answer at " + settings.servers() + ": " + e.getMessage(),
                    "Start Kafka first, or point dochak.tracking.kafka.servers (DOCHAK_KAFKA_SERVERS) at it.");
        }
    }

    private static void create(Admin admin, LogSettings settings)
            throws InterruptedException, ExecutionException, TimeoutException {
        NewTopic topic = new NewTopic(settings.topic(), Optional.of(settings.partitions()), Optional.empty());
        try {
            admin.createTopics(List.of(topic.configs(KEPT))).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    UUID id() {
        return id;
    }
}
