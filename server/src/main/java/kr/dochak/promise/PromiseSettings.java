package kr.dochak.promise;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lanes are learned.
 *
 * @param relearnEvery the world's time between two learnings
 * @param learnFrom how far back deliveries still say something about today
 */
@ConfigurationProperties("dochak.promise")
record PromiseSettings(
        @DefaultValue("1d") Duration relearnEvery,
        @DefaultValue("60d") Duration learnFrom) {}
