package kr.dochak.time;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How time passes and how often waiting work is looked at.
 *
 * @param heartbeat wall time between two looks; a delay is found within two seconds of being certain, so keep it well below
 */
@ConfigurationProperties("dochak")
record ClockSettings(
        @DefaultValue Clock clock, @DefaultValue("200ms") Duration heartbeat) {

    /** Mode, speed of a demo world, and where a driven or demo world starts (ISO instant; empty means now). */
    record Clock(
            @DefaultValue("REAL") WorldClock.Mode mode,
            @DefaultValue("1") double speed,
            @Nullable String start) {}
}
