package kr.dochak.promise.causes;

import java.util.Collection;
import java.util.List;
import kr.dochak.alerts.AlertCause;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Alerts;
import kr.dochak.alerts.Alerts.Raise;
import kr.dochak.alerts.Severity;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelaysFound;
import kr.dochak.shared.MallId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Staff hear of a delay by the fact that the customer hears of it by (MSG-7); one alert for each cause, however many promises. */
@Component
class DelayAlerts {

    private final Alerts alerts;
    private final AlertKind delayAlert;

    DelayAlerts(Alerts alerts, AlertKind delayAlert) {
        this.alerts = alerts;
        this.delayAlert = delayAlert;
    }

    @ApplicationModuleListener
    void on(DelaysFound fact) {
        alerts.raise(delayAlert, fact.delays().stream().map(DelayAlerts::raise).toList());
    }

    private static Raise raise(Delay delay) {
        return new Raise(
                delay.tenantId(),
                AlertCause.of(
                        delay.cause().name(),
                        "=promise.alert.cause." + delay.cause(),
                        "/console/shipments?show=OPEN&cause=" + delay.cause(),
                        delay.foundAt()),
                delay.promiseId() + " " + delay.foundAt());
    }

    /** The kind, which lasts while a late promise of that cause is open. */
    @Configuration(proxyBeanMethods = false)
    static class Kind {

        @Bean
        AlertKind delayAlert(JdbcClient jdbc) {
            return AlertKind.raised(
                    "promise.delay",
                    Severity.SERIOUS,
                    Right.SHIPMENTS_SEE,
                    (mall, causes) -> lasting(jdbc, mall, causes),
                    Role.OPERATOR,
                    Role.DISPATCHER);
        }

        private static List<String> lasting(JdbcClient jdbc, MallId mall, Collection<String> causes) {
            return jdbc.sql("""
                    select distinct delay_cause from promise.promise
                    where tenant_id = :mall and state = 'OPEN' and found_at is not null and delay_cause = any(:causes)
                    """)
                    .param("mall", mall.value())
                    .param("causes", causes.toArray(String[]::new))
                    .query(String.class)
                    .list();
        }
    }
}
