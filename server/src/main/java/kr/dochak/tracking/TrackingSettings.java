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
 * @param keepPushed how long the bodies that carriers and malls push stay readable (TRK-2)
 * @param quietReturn after how long without a scan a parcel on its way back needs hands (TRK-4)
 */
@ConfigurationProperties("dochak.tracking")
public record TrackingSettings(
        @DefaultValue("embedded") Source source,
        @DefaultValue("1096d") Duration keepScans,
        @DefaultValue("30d") Duration keepPushed,
        @DefaultValue("3d") Duration quietReturn) {

    /** See {@link TrackingSettings}. */
    enum Source {
        EMBEDDED,
        KAFKA
    }
}
