package kr.dochak.identity.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import kr.dochak.identity.OidcRefusal;
import kr.dochak.identity.OidcSettings;
import kr.dochak.identity.passkeys.Passkeys;
import kr.dochak.pages.Framed;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.PublicUrl;
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
    private final OidcSettings provider;
    private final PublicUrl url;
    private final InstantSource clock;

    StaffLoginPage(Passkeys passkeys, OidcSettings provider, PublicUrl url, InstantSource clock) {
        this.passkeys = passkeys;
        this.provider = provider;
        this.url = url;
        this.clock = clock;
    }

    @GetMapping("/console/login")
    String login(
            HttpServletRequest request,
            Words words,
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String passkey,
            @RequestParam(required = false) @Nullable OidcRefusal oidc,
            Model model) {
        String error = failed != null ? "identity.staff.failed" : passkey != null ? "identity.passkey.failed" : "";
        if (oidc != null && provider.isOn()) {
            model.addAttribute("error", words.word("identity.oidc.refused." + oidc, name(words)));
        } else {
            model.addAttribute("error", error.isEmpty() ? "" : words.word(error));
        }
        offer(words, model);
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
        offer(words, model);
        return "identity/staff-login";
    }

    /** At the public address, to which the provider sends back: what another name of ours began would not be found there. */
    private void offer(Words words, Model model) {
        if (provider.isOn()) {
            model.addAttribute("provider", words.word("identity.oidc.enter", name(words)));
            model.addAttribute("providerAt", url.address().toString().replaceAll("/+$", "") + OidcSettings.AT);
        }
    }

    private String name(Words words) {
        return provider.name().isBlank()
                ? words.word("identity.oidc.company")
                : provider.name().strip();
    }
}
