package kr.dochak.approvals;

import java.time.Duration;
import java.util.List;
import kr.dochak.alerts.AlertCause;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Severity;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.MallId;
import org.springframework.stereotype.Component;

/** Makes the alerts that something waits for somebody to decide; the module of each kind brings its own as a bean. */
@Component
public class ApprovalAlerts {

    /** Where people decide. */
    public static final String PAGE = "/console/approvals";

    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final int MOST = 100;

    private final RequestRepository requests;

    ApprovalAlerts(RequestRepository requests) {
        this.requests = requests;
    }

    /** Something of a kind waits in a mall. */
    public AlertKind waits(String kind, Right right, Role... roles) {
        return AlertKind.watched("approvals." + kind, Severity.NOTE, right, mall -> causes(kind, mall), roles)
                .every(OFTEN);
    }

    private List<AlertCause> causes(String kind, MallId mall) {
        return requests.open(kind, mall, MOST).stream()
                .map(each -> AlertCause.of("request " + each.id(), "#" + each.id(), PAGE, each.madeAt()))
                .toList();
    }
}
