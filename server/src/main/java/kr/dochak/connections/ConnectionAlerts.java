package kr.dochak.connections;

import java.time.Duration;
import java.time.InstantSource;
import kr.dochak.alerts.AlertCause;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Severity;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever answers for the installation hears of changed keys, so that a change of somebody who should not is seen (MSG-7). */
@Configuration(proxyBeanMethods = false)
class ConnectionAlerts {

    private static final Duration NEWS = Duration.ofHours(12);
    private static final Duration SOON_ENOUGH = Duration.ofSeconds(30);

    @Bean
    AlertKind changedConnectionAlert(ConnectionRepository repository, InstantSource clock) {
        return AlertKind.watched(
                        "connections.changed",
                        Severity.NOTE,
                        Right.PLATFORM,
                        mall -> repository.since(clock.instant().minus(NEWS)).stream()
                                .map(each -> AlertCause.of(
                                        Long.toString(each.id()),
                                        nameOf(each.connection()),
                                        "/console/connections/" + each.connection(),
                                        each.at()))
                                .toList(),
                        Role.ADMIN)
                .house()
                .every(SOON_ENOUGH);
    }

    /** The word of its name; of carriers that sign there is one for all. */
    private static String nameOf(String connection) {
        return "=connections." + (connection.startsWith(Connection.PUSHED) ? "of.PUSH.any" : connection);
    }
}
