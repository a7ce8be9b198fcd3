package kr.dochak.webhooks.addresses;

import java.time.Duration;
import java.util.Set;
import kr.dochak.wire.AllowedTargets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks behave.
 *
 * @param reach how far requests may go; see {@link AllowedTargets}
 * @param ports on which hosts of the internet may be asked
 * @param answerTimeout how long an endpoint may take, from connecting to the end of its answer
 * @param disableAfter after how long of only failures we stop
 * @param oldSecretValid how long requests are signed with the former secret too
 * @param keep how long events can be seen and replayed
 * @param mostEndpoints how many a mall may have
 */
@ConfigurationProperties("dochak.webhooks")
public record WebhookSettings(
        @DefaultValue("PUBLIC") AllowedTargets reach,
        @DefaultValue("443") Set<Integer> ports,
        @DefaultValue("5s") Duration answerTimeout,
        @DefaultValue("5d") Duration disableAfter,
        @DefaultValue("24h") Duration oldSecretValid,
        @DefaultValue("30d") Duration keep,
        @DefaultValue("50") int mostEndpoints) {}
