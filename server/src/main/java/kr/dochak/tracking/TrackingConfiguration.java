package kr.dochak.tracking;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import kr.dochak.identity.ApiCallers;
import kr.dochak.shared.ProblemWriter;
import kr.dochak.shared.Roles;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.json.JsonMapper;

/** Where scans come from. Without Kafka nothing of the log exists, and the writer is where they go. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrackingSettings.class)
class TrackingConfiguration {

    /** The log in front. Every process may write to it; those with the role {@code ingest} apply it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "dochak.tracking.source", havingValue = "kafka")
    static class Log {

        @Bean
        ScanTopic scanTopic(TrackingSettings settings) {
            return new ScanTopic(settings.kafka());
        }

        @Bean
        @Primary
        ScanLog scanLog(TrackingSettings settings, ScanTopic madeBefore) {
            ByteArraySerializer bytes = new ByteArraySerializer();
            return new ScanLog(
                    new KafkaProducer<>(ScanLog.properties(settings.kafka()), bytes, bytes),
                    settings.kafka().topic());
        }

        @Bean
        @Roles.Needs(Roles.Role.INGEST)
        ScanConsumers scanConsumers(
                TrackingSettings settings,
                ScanTopic topic,
                ScanBatch batch,
                LogRepository repository,
                InstantSource clock,
                MeterRegistry meters) {
            return new ScanConsumers(settings.kafka(), topic, new LogApplier.Tools(batch, repository, clock, meters));
        }
    }

    /** Before the doors of the API, which it opens only with a key that they would let in too: every key may bring scans. */
    @Bean
    FilterRegistrationBean<ScanShortcut> scanShortcut(
            ApiCallers callers, ScanTaking taking, JsonMapper json, ProblemWriter problems) {
        FilterRegistrationBean<ScanShortcut> filter =
                new FilterRegistrationBean<>(new ScanShortcut(callers, taking, json, problems));
        filter.addUrlPatterns("/api/v1/scans");
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10);
        return filter;
    }
}
