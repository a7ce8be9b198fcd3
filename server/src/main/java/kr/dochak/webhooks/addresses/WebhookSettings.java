package kr.dochak.webhooks.addresses;

import java.time.Duration;
import java.util.Set;
import kr.dochak.wire.AllowedTargets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far webhooks reach and what a machine of this size bears; what is policy about them is {@link WebhookNumbers}.
 *
 * @param reach how far requests may go; see {@link AllowedTargets}
 * @param ports on which hosts of the internet may be asked
 * @param answerTimeout how long an endpoint may take, from connecting to the end of its answer
 * @param mostEndpoints how many a mall may have
 */
@ConfigurationProperties("dochak.webhooks")
public record WebhookSettings(
        @DefaultValue("PUBLIC") AllowedTargets reach,
        @DefaultValue("443") Set<Integer> ports,
        @DefaultValue("5s") Duration answerTimeout,
        @DefaultValue("50") int mostEndpoints) {}
