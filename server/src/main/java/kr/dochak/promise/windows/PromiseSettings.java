package kr.dochak.promise.windows;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What learning may cost this machine; what is policy about it stands in {@link PromiseNumbers}.
 *
 * @param relearnEvery the world's time between two looks whether lanes are worth learning anew
 * @param models whether models are learned at all; without them the lane table serves
 * @param retell how much of the past is replayed to the models' memory at a start
 */
@ConfigurationProperties("dochak.promise")
public record PromiseSettings(
        @DefaultValue("1d") Duration relearnEvery,
        @DefaultValue("true") boolean models,
        @DefaultValue("183d") Duration retell) {}
