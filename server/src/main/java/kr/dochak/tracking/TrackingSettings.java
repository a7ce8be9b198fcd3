package kr.dochak.tracking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where scans come from, straight into this process's database or through a log that several processes read, and how long
 * they are kept.
 *
 * @param keepScans by default three years: as long as a complaint about a delivery must be kept (EC-REC), since scans are
 *     its evidence; shipments and their moves stay
 */
@ConfigurationProperties("dochak.tracking")
record TrackingSettings(
        @DefaultValue("embedded") Source source,
        @DefaultValue("1096d") Duration keepScans,
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
