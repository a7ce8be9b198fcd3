package kr.dochak.identity.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import kr.dochak.identity.passkeys.Passkeys;
import kr.dochak.pages.Framed;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log-in of staff; the form itself is taken by the security chain. */
@Controller
@Framed(title = "identity.staff.title")
class StaffLoginPage {

    private final Passkeys passkeys;
    private final InstantSource clock;

    StaffLoginPage(Passkeys passkeys, InstantSource clock) {
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @GetMapping("/console/login")
    String login(
            HttpServletRequest request,
            Words words,
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String passkey,
            Model model) {
        String error = failed != null ? "identity.staff.failed" : passkey != null ? "identity.passkey.failed" : "";
        model.addAttribute("error", error.isEmpty() ? "" : words.word(error));
        model.addAttribute("passkey", passkeys.ask("staff", request).orElse(null));
        model.addAttribute("out", out != null);
        return "identity/staff-login";
    }

    /** Where a password is brought that came too soon; opened by itself it is the log-in. */
    @RequestMapping("/console/login/slowed")
    String slowed(
            Words words, @RequestAttribute(name = "until", required = false) @Nullable Instant until, Model model) {
        String error = until == null
                ? ""
                : words.word("identity.staff.slowed", KoreanTime.moment(until, clock.instant(), words.locale()));
        model.addAttribute("error", error);
        return "identity/staff-login";
    }
}
