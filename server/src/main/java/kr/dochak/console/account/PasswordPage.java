package kr.dochak.console.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.accounts.PasswordRule;
import kr.dochak.identity.accounts.Passwords;
import kr.dochak.identity.sessions.LoginDetails;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member of staff changes the password, who alone knows it (IDN-1). */
@Controller
@Framed(nav = "account", title = "console.password.title")
class PasswordPage {

    private static final String AT = "/console/password";

    private final Passwords passwords;

    PasswordPage(Passwords passwords) {
        this.passwords = passwords;
    }

    @GetMapping(AT)
    String form(Frame frame, @AuthenticationPrincipal StaffMember staff, Authentication login, Model model) {
        return page(frame, staff, login, "", "", model);
    }

    @PostMapping(AT)
    String change(
            Frame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal StaffMember staff,
            Authentication login,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            Model model,
            RedirectAttributes after) {
        Words words = frame.words();
        if (!fresh.equals(again)) {
            return refused(frame, response, staff, login, "", words.word("console.password.differ"), model);
        }
        Long session = LoginDetails.of(login).map(LoginDetails::sessionId).orElse(null);
        return switch (passwords.change(staff, old, fresh, session)) {
            case Passwords.Change.Done done -> {
                String text = words.word("console.password.done", done.ended());
                after.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, text));
                yield "redirect:/console/sessions";
            }
            case Passwords.Change.WrongOld() ->
                refused(frame, response, staff, login, words.word("console.password.old.wrong"), "", model);
            case Passwords.Change.Slowed slowed -> {
                String until = KoreanTime.moment(slowed.until(), frame.now(), words.locale());
                String error = words.word("console.password.old.slowed", until);
                yield refused(frame, response, staff, login, error, "", model);
            }
            case Passwords.Change.Same() ->
                refused(frame, response, staff, login, "", words.word("console.password.same"), model);
            case Passwords.Change.Weak weak -> {
                String error = words.word("console.password.weak." + weak.weakness(), PasswordRule.FEWEST);
                yield refused(frame, response, staff, login, "", error, model);
            }
        };
    }

    private String refused(
            Frame frame,
            HttpServletResponse response,
            StaffMember staff,
            Authentication login,
            String oldError,
            String freshError,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(frame, staff, login, oldError, freshError, model);
    }

    private String page(
            Frame frame, StaffMember staff, Authentication login, String oldError, String freshError, Model model) {
        Words words = frame.words();
        model.addAttribute(
                "fields",
                List.of(
                        secret("old", "console.password.old", "current-password", words)
                                .error(oldError),
                        secret("fresh", "console.password.fresh", "new-password", words)
                                .help(words.word("console.password.help", PasswordRule.FEWEST))
                                .error(freshError),
                        secret("again", "console.password.again", "new-password", words)));
        model.addAttribute(
                "must", LoginDetails.of(login).filter(LoginDetails::mustChange).isPresent());
        model.addAttribute("tabs", AccountTabs.of(AT, staff, words));
        return "console/password";
    }

    private static Field secret(String name, String label, String autocomplete, Words words) {
        return Field.text(name, words.word(label), "").type("password").needed().autocomplete(autocomplete);
    }
}
