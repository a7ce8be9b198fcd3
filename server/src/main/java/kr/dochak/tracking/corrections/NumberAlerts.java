package kr.dochak.tracking.corrections;

import java.time.Duration;
import kr.dochak.alerts.AlertCause;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Severity;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alerts to staff about numbers of parcels that are in the way of each other (MSG-7); over when somebody has looked. */
@Configuration(proxyBeanMethods = false)
class NumberAlerts {

    private static final int MOST = 100;
    private static final Duration OFTEN = Duration.ofSeconds(10);

    /** Two parcels had one number, and one of them gets no scans. */
    @Bean
    AlertKind collisionAlert(NumberCollisions collisions) {
        return AlertKind.watched(
                        "tracking.collision",
                        Severity.SERIOUS,
                        Right.INTEGRATIONS_SEE,
                        mall -> collisions.open(mall, MOST).stream()
                                .map(each -> AlertCause.of(
                                        "collision " + each.id(),
                                        each.number().value(),
                                        "/console/integrations#collisions",
                                        each.foundAt()))
                                .toList(),
                        Role.OPERATOR)
                .every(OFTEN);
    }

    /** Another mall has registered the same number. */
    @Bean
    AlertKind sharedNumberAlert(SharedNumbers shared) {
        return AlertKind.watched(
                        "tracking.shared-number",
                        Severity.NOTE,
                        Right.INTEGRATIONS_SEE,
                        mall -> shared.open(mall, MOST).stream()
                                .map(each -> AlertCause.of(
                                        "shared " + each.id(),
                                        each.number().value(),
                                        "/console/integrations#shared",
                                        each.foundAt()))
                                .toList(),
                        Role.OPERATOR)
                .every(OFTEN);
    }
}
