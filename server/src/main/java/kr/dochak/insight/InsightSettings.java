package kr.dochak.insight;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param targets how long each step should take at most (FUL-5)
 * @param rememberCounted how long it is known which endings were counted; longer than any fact can be under way
 */
@ConfigurationProperties("dochak.insight")
record InsightSettings(
        @DefaultValue Targets targets, @DefaultValue("90d") Duration rememberCounted) {

    record Targets(
            @DefaultValue("4h") Duration picking,
            @DefaultValue("2h") Duration packing,
            @DefaultValue("6h") Duration handover,
            @DefaultValue("16h") Duration moving,
            @DefaultValue("6h") Duration lastMile) {}

    Duration target(Step step) {
        return switch (step) {
            case PICKING -> targets.picking();
            case PACKING -> targets.packing();
            case HANDOVER -> targets.handover();
            case MOVING -> targets.moving();
            case LAST_MILE -> targets.lastMile();
        };
    }
}
