package kr.dochak.compensation;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import kr.dochak.alerts.AlertCause;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Alerts;
import kr.dochak.alerts.Alerts.Raise;
import kr.dochak.alerts.Severity;
import kr.dochak.benefits.Ledger;
import kr.dochak.benefits.LedgerVerdict;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.MallId;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Recomputes the chain of the benefit ledger every night, and alerts staff when an entry was changed (MSG-7, BEN-7). */
@Component
class LedgerWatch implements Ticking {

    private static final Cadence CADENCE = Cadence.daily(LocalTime.of(4, 50));

    private final Ledger ledger;
    private final Alerts alerts;
    private final AlertKind brokenLedgerAlert;
    private final Broken broken;

    LedgerWatch(Ledger ledger, Alerts alerts, AlertKind brokenLedgerAlert, Broken broken) {
        this.ledger = ledger;
        this.alerts = alerts;
        this.brokenLedgerAlert = brokenLedgerAlert;
        this.broken = broken;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    /** Not at a start, which many a restart would make a burden. */
    @Override
    public Instant firstLook(Instant start) {
        return CADENCE.after(start);
    }

    @Override
    public boolean tick(Instant now) {
        switch (ledger.verify()) {
            case LedgerVerdict.Intact intact -> broken.last = Boolean.FALSE;
            case LedgerVerdict.Broken(long entryId) -> {
                broken.last = Boolean.TRUE;
                alerts.raise(
                        brokenLedgerAlert,
                        List.of(new Raise(
                                MallId.DEFAULT,
                                AlertCause.of("ledger", "#" + entryId, "/console/compensation", now),
                                now.toString())));
            }
        }
        return false;
    }

    /** What the last look of this process found. */
    static final class Broken {

        private volatile @Nullable Boolean last;
    }

    /** The kind: it lasts until a look finds the chain whole. */
    @Configuration(proxyBeanMethods = false)
    static class Kind {

        @Bean
        Broken brokenLedger() {
            return new Broken();
        }

        @Bean
        AlertKind brokenLedgerAlert(Broken broken) {
            return AlertKind.raised(
                            "compensation.broken-ledger",
                            Severity.GRAVE,
                            Right.COMPENSATION_SEE,
                            (mall, objects) -> Boolean.FALSE.equals(broken.last) ? Set.of() : objects,
                            Role.MANAGER,
                            Role.ADMIN)
                    .house();
        }
    }
}
