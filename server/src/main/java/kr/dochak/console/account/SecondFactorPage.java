package kr.dochak.console.account;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.factors.FactorActs;
import kr.dochak.identity.factors.FactorActs.Answer;
import kr.dochak.identity.sessions.LoginDetails;
import kr.dochak.identity.sessions.Way;
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

/** A member of staff adds an authenticator app, changes it, takes it away, and gets codes for when it is lost (IDN-1). */
@Controller
@Framed(nav = "account", title = "console.factor.title")
class SecondFactorPage {

    private static final String AT = "/console/second-factor";
    /** Of a log-in that no row stands for: it is asked for everything. */
    private static final LoginDetails UNKNOWN = new LoginDetails(0, Way.PASSWORD, Instant.EPOCH, false, false);

    private final FactorActs acts;

    SecondFactorPage(FactorActs acts) {
        this.acts = acts;
    }

    /** What is wrong with what was typed; empty where nothing is. */
    private record Wrong(String password, String code, String other) {

        static final Wrong NOTHING = new Wrong("", "", "");
    }

    @GetMapping(AT)
    String show(Frame frame, @AuthenticationPrincipal StaffMember staff, Authentication login, Model model) {
        return page(frame, staff, login, Wrong.NOTHING, model);
    }

    @PostMapping(AT + "/app")
    String begin(
            Frame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal StaffMember staff,
            Authentication login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        Answer answer = acts.begin(staff, details(login), password, code);
        return answer instanceof Answer.Done ? "redirect:" + AT : refused(frame, response, staff, login, answer, model);
    }

    @PostMapping(AT + "/app/stop")
    String stop(@AuthenticationPrincipal StaffMember staff) {
        acts.stop(staff);
        return "redirect:" + AT;
    }

    /** The codes stand on the answer itself and nowhere else, so they are read once. */
    @PostMapping(AT + "/app/code")
    String confirm(
            Frame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal StaffMember staff,
            Authentication login,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        return shown(frame, response, staff, login, acts.confirm(staff, details(login), code), model);
    }

    @PostMapping(AT + "/codes")
    String renew(
            Frame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal StaffMember staff,
            Authentication login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        return shown(frame, response, staff, login, acts.renew(staff, password, code), model);
    }

    @PostMapping(AT + "/removal")
    String remove(
            Frame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal StaffMember staff,
            Authentication login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            Model model,
            RedirectAttributes after) {
        Answer answer = acts.remove(staff, password, code);
        if (!(answer instanceof Answer.Done)) {
            return refused(frame, response, staff, login, answer, model);
        }
        after.addFlashAttribute(
                "flash", new Frame.Flash(Tone.DONE, frame.words().word("console.factor.removed")));
        return "redirect:" + AT;
    }

    private String shown(
            Frame frame,
            HttpServletResponse response,
            StaffMember staff,
            Authentication login,
            Answer answer,
            Model model) {
        if (!(answer instanceof Answer.Done done)) {
            return refused(frame, response, staff, login, answer, model);
        }
        model.addAttribute("codes", done.codes());
        return page(frame, staff, login, Wrong.NOTHING, model);
    }

    private String refused(
            Frame frame,
            HttpServletResponse response,
            StaffMember staff,
            Authentication login,
            Answer answer,
            Model model) {
        Words words = frame.words();
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Wrong wrong = switch (answer) {
            case Answer.WrongPassword() -> new Wrong(words.word("console.password.old.wrong"), "", "");
            case Answer.WrongCode() -> new Wrong("", words.word("console.factor.code.wrong"), "");
            case Answer.Slowed slowed -> {
                String until = KoreanTime.moment(slowed.until(), frame.now(), words.locale());
                yield new Wrong("", "", words.word("console.password.old.slowed", until));
            }
            case Answer.Needed() -> new Wrong("", "", words.word("console.factor.needed"));
            case Answer.Done done -> Wrong.NOTHING;
        };
        return page(frame, staff, login, wrong, model);
    }

    private String page(Frame frame, StaffMember staff, Authentication login, Wrong wrong, Model model) {
        Words words = frame.words();
        FactorActs.State state = acts.of(staff);
        Instant since = state.since();
        Field password = Field.text("password", words.word("console.password.old"), "")
                .type("password")
                .needed()
                .autocomplete("current-password")
                .error(wrong.password());
        Field code = Field.text("code", words.word("identity.step.code"), "")
                .needed()
                .autocomplete("one-time-code")
                .error(wrong.code());
        model.addAttribute("since", since == null ? "" : KoreanTime.moment(since, frame.now(), words.locale()));
        model.addAttribute("codesLeft", state.codesLeft());
        model.addAttribute("asked", state.asked());
        model.addAttribute("has", state.has());
        model.addAttribute("begun", acts.begun(staff).orElse(null));
        model.addAttribute("password", acts.asksPassword(staff, details(login)) ? List.of(password) : List.of());
        model.addAttribute("code", code);
        model.addAttribute("error", wrong.other());
        model.addAttribute("tabs", AccountTabs.of(AT, staff, words));
        return "console/second-factor";
    }

    static LoginDetails details(Authentication login) {
        return LoginDetails.of(login).orElse(UNKNOWN);
    }
}
