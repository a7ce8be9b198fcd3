package kr.dochak.tracking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where scans come from: straight into this process's database, or through a log that several processes read. */
@ConfigurationProperties("dochak.tracking")
record TrackingSettings(
        @DefaultValue("embedded") Source source,
        @DefaultValue Kafka kafka) {

    /** See {@link TrackingSettings}. */
    enum Source {
        EMBEDDED,
        KAFKA
    }

    /**
     * The log.
     *
     * @param servers brokers to begin with, {@code host:port,host:port}
     * @param partitions of a topic that is made here; one that exists keeps its own
     * @param consumers threads of this process that apply scans
     * @param sessionTimeout after this silence of a consumer another one takes over
     */
    record Kafka(
            @DefaultValue("localhost:9092") String servers,
            @DefaultValue("dochak.scans") String topic,
            @DefaultValue("8") int partitions,
            @DefaultValue("dochak.scans") String group,
            @DefaultValue("1") int consumers,
            @DefaultValue("10s") Duration sessionTimeout) {}
}
