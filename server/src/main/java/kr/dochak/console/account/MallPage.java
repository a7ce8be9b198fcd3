package kr.dochak.console.account;

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

    private final Sessions sessions;

    MallPage(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Begins at the first page: what stood on the one before is of the other mall. */
    @PostMapping("/console/mall")
    String choose(
            @AuthenticationPrincipal StaffMember staff,
            Authentication login,
            @RequestParam(defaultValue = "0") long to) {
        boolean chosen = LoginDetails.of(login)
                .filter(session -> sessions.workIn(staff, session.sessionId(), new MallId(to)))
                .isPresent();
        if (!chosen) {
            throw Problem.notFound("console.mall.none");
        }
        return "redirect:/console";
    }
}
