package kr.dochak.identity.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import kr.dochak.identity.factors.SecondSteps;
import kr.dochak.identity.factors.SecondSteps.Entered;
import kr.dochak.identity.passkeys.Passkeys;
import kr.dochak.identity.sessions.Way;
import kr.dochak.identity.tries.Asker;
import kr.dochak.identity.tries.Slowed;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second step of a log-in of staff: a code of the app, or one for when it is lost (IDN-1). */
@Controller
@Framed(title = "identity.step.title")
class SecondStepPage {

    private static final String AT = "/console/login/code";
    private static final int TOKEN_CHARACTERS = 43;

    private final SecondSteps steps;
    private final StaffSession session;
    private final Passkeys passkeys;
    private final InstantSource clock;

    SecondStepPage(SecondSteps steps, StaffSession session, Passkeys passkeys, InstantSource clock) {
        this.steps = steps;
        this.session = session;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @GetMapping(AT)
    String form(HttpServletRequest request, Words words, Model model) {
        return page(request, token(request).filter(steps::isOpen).isEmpty(), "", words, model);
    }

    @PostMapping(AT)
    String enter(
            HttpServletRequest request,
            HttpServletResponse response,
            Words words,
            @RequestParam(defaultValue = "") String code,
            Model model,
            RedirectAttributes after) {
        Entered entered = token(request)
                .map(token -> steps.enter(token, code, Asker.of(request), request.getRemoteAddr()))
                .orElseGet(Entered.Over::new);
        return switch (entered) {
            case Entered.Welcome welcome -> {
                SecondSteps.COOKIE.end(request, response);
                if (welcome.way() == Way.RECOVERY) {
                    String text = words.word("identity.step.codes-left", welcome.codesLeft());
                    after.addFlashAttribute("flash", new Frame.Flash(Tone.AT_RISK, text));
                }
                yield "redirect:" + session.begin(welcome.account(), welcome.shown(), request, response);
            }
            case Entered.Wrong wrong -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(request, false, words.word("identity.step.wrong", wrong.triesLeft()), words, model);
            }
            case Entered.Slowed slowed -> {
                Slowed.answer(slowed.until(), clock.instant(), response);
                String until = KoreanTime.moment(slowed.until(), clock.instant(), words.locale());
                yield page(request, false, words.word("identity.step.slowed", until), words, model);
            }
            case Entered.Over() -> {
                SecondSteps.COOKIE.end(request, response);
                response.setStatus(HttpStatus.GONE.value());
                yield page(request, true, "", words, model);
            }
        };
    }

    private static Optional<String> token(HttpServletRequest request) {
        return SecondSteps.COOKIE.of(request).filter(token -> token.length() == TOKEN_CHARACTERS);
    }

    private String page(HttpServletRequest request, boolean over, String error, Words words, Model model) {
        model.addAttribute("passkey", passkeys.ask("staff", request).orElse(null));
        model.addAttribute("over", over);
        model.addAttribute(
                "code",
                Field.text("code", words.word("identity.step.code"), "")
                        .needed()
                        .autocomplete("one-time-code")
                        .help(words.word("identity.step.help"))
                        .error(error));
        return "identity/second-step";
    }
}
