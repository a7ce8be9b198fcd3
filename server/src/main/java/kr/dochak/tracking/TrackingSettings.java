package kr.dochak.tracking;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where scans come from, straight into this process's database or through a log that several processes read. What is policy about
 * them is {@link TrackingNumbers}.
 */
@ConfigurationProperties("dochak.tracking")
public record TrackingSettings(@DefaultValue("embedded") Source source) {

    /** See {@link TrackingSettings}. */
    enum Source {
        EMBEDDED,
        KAFKA
    }
}
