package kr.dochak.console.account;

import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.sessions.LoginDetails;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Problem;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A member of staff goes to work for another of their malls (IDN-1); the choice stands with the log-in. */
@Controller
class MallPage {

    private static final String ALL = "all";

    private final Sessions sessions;

    MallPage(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Begins at the first page that shows all malls, or at the first: what stood on the one before is of the other mall. */
    @PostMapping("/console/mall")
    String choose(
            @AuthenticationPrincipal StaffMember staff,
            Authentication login,
            @RequestParam(defaultValue = "") String to) {
        boolean all = to.equals(ALL);
        boolean chosen = LoginDetails.of(login)
                .filter(session -> all
                        ? sessions.workInAll(staff, session.sessionId())
                        : to.matches("\\d{1,18}")
                                && sessions.workIn(staff, session.sessionId(), new MallId(Long.parseLong(to))))
                .isPresent();
        if (!chosen) {
            throw Problem.notFound("console.mall.none");
        }
        return "redirect:" + (all ? queue(staff) : "/console");
    }

    /** The first list of work that they open. */
    private static String queue(StaffMember staff) {
        if (staff.may(Right.CASES_SEE)) {
            return "/console/cases";
        }
        return staff.may(Right.TASKS_WORK) ? "/console/tasks" : "/console/orders";
    }
}
