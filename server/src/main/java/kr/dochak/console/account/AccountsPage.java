package kr.dochak.console.account;

import java.util.Optional;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.accounts.Accounts;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts of a mall's staff, for its administrators: a new password, the end of log-ins, the end of an account (IDN-1). */
@Controller
@Framed(nav = "account", title = "console.accounts.title")
class AccountsPage {

    private static final String AT = "/console/accounts";

    private final Accounts accounts;

    AccountsPage(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping(AT)
    String list(Frame frame, @AuthenticationPrincipal StaffMember staff, Model model) {
        return page(frame, staff, model);
    }

    private String page(Frame frame, StaffMember staff, Model model) {
        model.addAttribute("rows", AccountRow.of(accounts.of(staff), staff, frame));
        model.addAttribute("tabs", AccountTabs.of(AT, staff, frame.words()));
        return "console/accounts";
    }

    /** The password stands on the answer itself and nowhere else, so it is read once. */
    @PostMapping(AT + "/{id}/password")
    String reset(Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, Model model) {
        Accounts.OneTime made = found(accounts.reset(staff, id));
        model.addAttribute("made", made);
        model.addAttribute(
                "until",
                KoreanTime.moment(made.until(), frame.now(), frame.words().locale()));
        return page(frame, staff, model);
    }

    @PostMapping(AT + "/{id}/closing")
    String close(
            Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes after) {
        return done(frame, "console.accounts.closed.done", found(accounts.close(staff, id)), after);
    }

    @PostMapping(AT + "/{id}/sessions/end")
    String end(
            Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes after) {
        return done(frame, "console.accounts.ended.done", found(accounts.endSessions(staff, id)), after);
    }

    private static <T> T found(Optional<T> found) {
        return found.orElseThrow(() -> Problem.notFound("console.accounts.none"));
    }

    private static String done(Frame frame, String key, StaffMember colleague, RedirectAttributes after) {
        String text = frame.words().word(key, colleague.name());
        after.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, text));
        return "redirect:" + AT;
    }
}
