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
public record TrackingSettings(
        @DefaultValue("embedded") Source source,
        @DefaultValue("1096d") Duration keepScans) {

    /** See {@link TrackingSettings}. */
    enum Source {
        EMBEDDED,
        KAFKA
    }
}
