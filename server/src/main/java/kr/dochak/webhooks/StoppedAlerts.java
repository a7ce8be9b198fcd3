package kr.dochak.webhooks;

import java.time.Duration;
import kr.dochak.alerts.AlertCause;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Severity;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alerts to staff about other systems that are told nothing any more (MSG-7). */
@Configuration(proxyBeanMethods = false)
class StoppedAlerts {

    private static final int MOST = 100;

    /** We stopped sending to it. */
    @Bean
    AlertKind stoppedWebhookAlert(Webhooks webhooks) {
        return AlertKind.watched(
                        "webhooks.stopped",
                        Severity.SERIOUS,
                        Right.WEBHOOKS_SET,
                        mall -> webhooks.list(mall, Endpoint.State.DISABLED, null, null, MOST).items().stream()
                                .map(each -> AlertCause.of(
                                        "endpoint " + each.id(),
                                        "#" + each.id(),
                                        "/console/webhooks/" + each.id(),
                                        each.stateAt()))
                                .toList(),
                        Role.ADMIN)
                .every(Duration.ofSeconds(10));
    }
}
