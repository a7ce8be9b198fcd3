package kr.dochak.console.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.factors.FactorActs;
import kr.dochak.identity.factors.PasskeyActs;
import kr.dochak.identity.factors.PasskeyActs.Answer;
import kr.dochak.identity.passkeys.PasskeyLine;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member of staff adds passkeys, names them, takes them away; who logged in long ago shows first who they are (IDN-1). */
@Controller
@Framed(nav = "account", title = "console.passkeys.title")
class PasskeysPage {

    private static final String AT = "/console/passkeys";

    private final PasskeyActs passkeys;
    private final FactorActs factors;

    PasskeysPage(PasskeyActs passkeys, FactorActs factors) {
        this.passkeys = passkeys;
        this.factors = factors;
    }

    @GetMapping(AT)
    String list(
            Frame frame,
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember staff,
            Authentication login,
            Model model) {
        return page(frame, request, staff, login, model);
    }

    /** The codes stand on the answer itself and nowhere else, so they are read once. */
    @PostMapping(AT)
    String add(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal StaffMember staff,
            Authentication login,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String name,
            Model model,
            RedirectAttributes after) {
        Answer added = passkeys.add(staff, SecondFactorPage.details(login), answer, name, request);
        if (added instanceof Answer.Done done && !done.codes().isEmpty()) {
            model.addAttribute("codes", done.codes());
            return page(frame, request, staff, login, model);
        }
        return after(added, "console.passkeys.added", frame, request, response, staff, login, model, after);
    }

    @PostMapping(AT + "/proof")
    String prove(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal StaffMember staff,
            Authentication login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        Words words = frame.words();
        FactorActs.Answer answer = factors.prove(staff, SecondFactorPage.details(login), password, code);
        if (answer instanceof FactorActs.Answer.Done) {
            return "redirect:" + AT;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "error",
                answer instanceof FactorActs.Answer.Slowed slowed
                        ? words.word(
                                "console.password.old.slowed",
                                KoreanTime.moment(slowed.until(), frame.now(), words.locale()))
                        : words.word(
                                answer instanceof FactorActs.Answer.WrongPassword
                                        ? "console.password.old.wrong"
                                        : "console.factor.code.wrong"));
        return page(frame, request, staff, login, model);
    }

    @PostMapping(AT + "/{id}/name")
    String rename(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal StaffMember staff,
            Authentication login,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            Model model,
            RedirectAttributes after) {
        Answer renamed = passkeys.rename(staff, id, name);
        return after(renamed, "console.passkeys.renamed", frame, request, response, staff, login, model, after);
    }

    @PostMapping(AT + "/{id}/removal")
    String remove(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal StaffMember staff,
            Authentication login,
            @PathVariable long id,
            Model model,
            RedirectAttributes after) {
        Answer removed = passkeys.remove(staff, SecondFactorPage.details(login), id);
        return after(removed, "console.passkeys.removed", frame, request, response, staff, login, model, after);
    }

    private String after(
            Answer answer,
            String done,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            StaffMember staff,
            Authentication login,
            Model model,
            RedirectAttributes after) {
        if (answer instanceof Answer.Done) {
            after.addFlashAttribute(
                    "flash", new Frame.Flash(Tone.DONE, frame.words().word(done)));
            return "redirect:" + AT;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String key = switch (answer) {
            case Answer.Stale() -> "console.passkeys.stale";
            case Answer.Needed() -> "console.passkeys.needed";
            case Answer.Wrong(), Answer.Done _ -> "identity.passkey.wrong";
        };
        model.addAttribute("error", frame.words().word(key));
        return page(frame, request, staff, login, model);
    }

    private String page(Frame frame, HttpServletRequest request, StaffMember staff, Authentication login, Model model) {
        Words words = frame.words();
        LoginDetails details = SecondFactorPage.details(login);
        FactorActs.State state = factors.of(staff);
        boolean open = passkeys.mayChange(staff, details);
        model.addAttribute("lines", PasskeyLine.of(passkeys.of(staff), frame));
        model.addAttribute("open", open);
        model.addAttribute("offer", open ? passkeys.offer(staff, request).orElse(null) : null);
        model.addAttribute("must", state.asked() && !state.has());
        model.addAttribute("asksCode", state.has());
        model.addAttribute(
                "password",
                Field.text("password", words.word("console.password.old"), "")
                        .type("password")
                        .needed()
                        .autocomplete("current-password"));
        model.addAttribute(
                "code",
                Field.text("code", words.word("console.passkeys.code"), "")
                        .needed()
                        .autocomplete("one-time-code"));
        model.addAttribute("tabs", AccountTabs.of(AT, staff, words));
        return "console/passkeys";
    }
}
