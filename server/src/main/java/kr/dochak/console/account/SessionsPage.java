package kr.dochak.console.account;

import java.util.List;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.sessions.LoginDetails;
import kr.dochak.identity.sessions.SessionLine;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a member of staff is logged in, and an end to any of it (IDN-1). */
@Controller
@Framed(nav = "account", title = "console.sessions.title")
class SessionsPage {

    private static final String AT = "/console/sessions";

    private final Sessions sessions;
    private final AccountLogins logins;

    SessionsPage(Sessions sessions, AccountLogins logins) {
        this.sessions = sessions;
        this.logins = logins;
    }

    @GetMapping(AT)
    String list(Frame frame, @AuthenticationPrincipal StaffMember staff, Authentication login, Model model) {
        List<SessionLine> lines = SessionLine.of(sessions.of(staff), current(login), frame);
        model.addAttribute("lines", lines);
        model.addAttribute("bound", logins.bound(staff.id(), frame));
        model.addAttribute("tabs", AccountTabs.of(AT, staff, frame.words()));
        return "console/sessions";
    }

    @PostMapping(AT + "/{id}/end")
    String end(
            Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes after) {
        return ended(frame, sessions.end(staff, id) ? 1 : 0, after);
    }

    @PostMapping(AT + "/others/end")
    String endOthers(
            Frame frame, @AuthenticationPrincipal StaffMember staff, Authentication login, RedirectAttributes after) {
        return ended(frame, sessions.endOthers(staff, current(login)), after);
    }

    private static @Nullable Long current(Authentication login) {
        return LoginDetails.of(login).map(LoginDetails::sessionId).orElse(null);
    }

    private static String ended(Frame frame, int ended, RedirectAttributes after) {
        String text = frame.words().word("identity.sessions.ended", ended);
        after.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, text));
        return "redirect:" + AT;
    }
}
