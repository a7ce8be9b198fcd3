package kr.dochak.tracking.log;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import kr.dochak.time.Roles;
import kr.dochak.tracking.LogIntake;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The log in front. Every process may write to it; those with the role {@code ingest} apply it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "dochak.tracking.source", havingValue = "kafka")
@EnableConfigurationProperties(LogSettings.class)
class LogConfiguration {

    @Bean
    ScanTopic scanTopic(LogSettings settings) {
        return new ScanTopic(settings);
    }

    @Bean
    @Primary
    ScanLog scanLog(LogSettings settings, ScanTopic madeBefore) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new ScanLog(new KafkaProducer<>(ScanLog.properties(settings), bytes, bytes), settings.topic());
    }

    @Bean
    @Roles.Needs(Roles.Role.INGEST)
    ScanConsumers scanConsumers(
            LogSettings settings,
            ScanTopic topic,
            LogIntake intake,
            LogRepository repository,
            InstantSource clock,
            MeterRegistry meters) {
        return new ScanConsumers(settings, topic, new LogApplier.Tools(intake, repository, clock, meters));
    }
}
