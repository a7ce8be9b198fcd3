package kr.dochak.opening;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kr.dochak.alerts.AlertCause;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Severity;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.settings.SettingPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module brings to others: its setting, and the alert that the way is broken. */
@Configuration(proxyBeanMethods = false)
class OpeningConfiguration {

    @Bean
    SettingPlan openingSettingPlan() {
        return SettingPlan.of(OpeningSettings.PROBE_EVERY);
    }

    /** The last test order did not come through; over when one does. */
    @Bean
    AlertKind brokenTrialAlert(TrialRepository trials) {
        return AlertKind.watched(
                "opening.trial-broken",
                Severity.GRAVE,
                Right.STAFF_SET,
                mall -> trials.of(mall, 2).stream()
                        .filter(trial -> !trial.isUnderWay())
                        .limit(1)
                        .filter(trial -> trial.broken() != null)
                        .flatMap(OpeningConfiguration::cause)
                        .toList(),
                Role.ADMIN,
                Role.OPERATOR);
    }

    private static Stream<AlertCause> cause(Trial trial) {
        return List.of(AlertCause.of(
                        "" + trial.id(),
                        trial.orderNo(),
                        "/console/first-day/trials/" + trial.id(),
                        Objects.requireNonNullElse(trial.endedAt(), trial.begunAt())))
                .stream();
    }
}
