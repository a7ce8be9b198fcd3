package kr.dochak.promise.windows;

import java.time.Duration;
import kr.dochak.promise.silence.SilenceSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lanes and models are learned.
 *
 * @param relearnEvery the world's time between two learnings
 * @param learnFrom how far back deliveries still say something about today
 * @param models whether models are learned at all; without them the lane table serves
 * @param retell how much of the past is replayed to the models' memory at a start
 * @param leastDeliveries fewer make no model
 * @param silence when no scan is too long without one
 * @param warning what wrong and missed warnings of delays cost
 */
@ConfigurationProperties("dochak.promise")
public record PromiseSettings(
        @DefaultValue("1d") Duration relearnEvery,
        @DefaultValue("60d") Duration learnFrom,
        @DefaultValue("true") boolean models,
        @DefaultValue("183d") Duration retell,
        @DefaultValue("1000") int leastDeliveries,
        @DefaultValue SilenceSettings silence,
        @DefaultValue WarningCosts warning) {}
