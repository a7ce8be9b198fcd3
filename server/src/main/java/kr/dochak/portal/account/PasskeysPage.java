package kr.dochak.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.passkeys.CustomerPasskeys;
import kr.dochak.identity.passkeys.PasskeyLine;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customer's passkeys, with which they log in without a code (IDN-1); offered once after a log-in by code. */
@Controller
@Framed(nav = "alerts", title = "portal.passkeys.title")
class PasskeysPage {

    private static final String AT = "/settings/passkeys";

    private final CustomerPasskeys passkeys;

    PasskeysPage(CustomerPasskeys passkeys) {
        this.passkeys = passkeys;
    }

    @GetMapping(AT)
    String list(
            Frame frame,
            HttpServletRequest request,
            @AuthenticationPrincipal CustomerLogin customer,
            Authentication login,
            Model model) {
        boolean open = passkeys.mayChange(login);
        model.addAttribute("lines", PasskeyLine.of(passkeys.of(customer), frame));
        model.addAttribute("open", open);
        model.addAttribute("offer", open ? passkeys.offer(customer, request).orElse(null) : null);
        return "portal/passkeys";
    }

    @PostMapping(AT)
    String add(
            Frame frame,
            HttpServletRequest request,
            @AuthenticationPrincipal CustomerLogin customer,
            Authentication login,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes after) {
        boolean added = passkeys.add(customer, login, answer, name, request);
        return done(frame, added, "portal.passkeys.added", after);
    }

    @PostMapping(AT + "/{id}/name")
    String rename(
            Frame frame,
            @AuthenticationPrincipal CustomerLogin customer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes after) {
        return done(frame, passkeys.rename(customer, id, name), "portal.passkeys.renamed", after);
    }

    @PostMapping(AT + "/{id}/removal")
    String remove(
            Frame frame,
            @AuthenticationPrincipal CustomerLogin customer,
            Authentication login,
            @PathVariable long id,
            RedirectAttributes after) {
        return done(frame, passkeys.remove(customer, login, id), "portal.passkeys.removed", after);
    }

    private static String done(Frame frame, boolean done, String key, RedirectAttributes after) {
        String text = frame.words().word(done ? key : "identity.passkey.wrong");
        after.addFlashAttribute("flash", new Frame.Flash(done ? Tone.DONE : Tone.LATE, text));
        return "redirect:" + AT;
    }
}
