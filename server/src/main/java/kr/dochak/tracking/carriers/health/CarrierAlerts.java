package kr.dochak.tracking.carriers.health;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.dochak.alerts.AlertCause;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Severity;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alerts to staff about carriers that are down or have stopped sending (MSG-7). */
@Configuration(proxyBeanMethods = false)
class CarrierAlerts {

    private static final Duration OFTEN = Duration.ofSeconds(10);

    /** Nobody answers about its parcels. */
    @Bean
    AlertKind carrierDownAlert(Integrations integrations) {
        return AlertKind.watched(
                        "tracking.carrier-down",
                        Severity.SERIOUS,
                        Right.INTEGRATIONS_SEE,
                        mall -> standing(integrations.alarms(mall), CarrierAlerts::down),
                        Role.OPERATOR)
                .every(OFTEN);
    }

    /** It used to send its scans by itself, and sends none. */
    @Bean
    AlertKind carrierQuietAlert(Integrations integrations) {
        return AlertKind.watched(
                        "tracking.carrier-quiet",
                        Severity.SERIOUS,
                        Right.INTEGRATIONS_SEE,
                        mall -> standing(integrations.alarms(mall), CarrierAlerts::quiet),
                        Role.OPERATOR)
                .every(OFTEN);
    }

    private static List<AlertCause> standing(
            List<CarrierAlarm> alarms, Function<CarrierAlarm, Optional<AlertCause>> which) {
        return alarms.stream().map(which).flatMap(Optional::stream).toList();
    }

    private static Optional<AlertCause> down(CarrierAlarm alarm) {
        return alarm instanceof CarrierAlarm.Down down
                ? Optional.of(
                        new AlertCause(down.source(), down.title(), "/console/integrations#routes", 1, down.since()))
                : Optional.empty();
    }

    private static Optional<AlertCause> quiet(CarrierAlarm alarm) {
        return alarm instanceof CarrierAlarm.Quiet quiet
                ? Optional.of(new AlertCause(
                        quiet.carrier().value(), quiet.name(), "/console/integrations#loads", 1, quiet.since()))
                : Optional.empty();
    }
}
