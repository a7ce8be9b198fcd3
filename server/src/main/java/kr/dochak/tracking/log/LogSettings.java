package kr.dochak.tracking.log;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log in front of the database.
 *
 * @param servers brokers to begin with, {@code host:port,host:port}
 * @param partitions of a topic that is made here; one that exists keeps its own
 * @param consumers threads of this process that apply scans
 * @param sessionTimeout after this silence of a consumer another one takes over
 */
@ConfigurationProperties("dochak.tracking.kafka")
record LogSettings(
        @DefaultValue("localhost:9092") String servers,
        @DefaultValue("dochak.scans") String topic,
        @DefaultValue("8") int partitions,
        @DefaultValue("dochak.scans") String group,
        @DefaultValue("1") int consumers,
        @DefaultValue("10s") Duration sessionTimeout) {}
