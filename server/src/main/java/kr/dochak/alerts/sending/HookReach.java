package kr.dochak.alerts.sending;

import java.util.Set;
import kr.dochak.wire.AllowedTargets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far requests of ours may go; what holds for webhooks holds for rooms.
 *
 * @param reach see {@link AllowedTargets}
 * @param ports on which hosts of the internet may be asked
 */
@ConfigurationProperties("dochak.webhooks")
record HookReach(
        @DefaultValue("PUBLIC") AllowedTargets reach,
        @DefaultValue("443") Set<Integer> ports) {}
