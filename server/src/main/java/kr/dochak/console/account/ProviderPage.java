package kr.dochak.console.account;

import java.util.Optional;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.accounts.ProviderAccounts;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An administrator unbinds a colleague's account of the company's provider, and is asked first (IDN-1). */
@Controller
@Framed(nav = "account", title = "console.provider.unbind")
class ProviderPage {

    private static final String AT = "/console/accounts/{id}/provider";

    private final ProviderAccounts providers;
    private final AccountLogins logins;

    ProviderPage(ProviderAccounts providers, AccountLogins logins) {
        this.providers = providers;
        this.logins = logins;
    }

    @GetMapping(AT)
    String ask(Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, Model model) {
        StaffMember colleague = found(providers.colleague(staff, id));
        model.addAttribute("id", id);
        model.addAttribute("name", colleague.name());
        model.addAttribute("bound", logins.bound(id, frame));
        return "console/account-provider";
    }

    @PostMapping(AT)
    String unbind(
            Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes after) {
        StaffMember colleague = found(providers.unbind(staff, id));
        String text = frame.words().word("console.provider.unbound", colleague.name());
        after.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, text));
        return "redirect:/console/accounts/" + id;
    }

    private static StaffMember found(Optional<StaffMember> found) {
        return found.orElseThrow(() -> Problem.notFound("console.accounts.none"));
    }
}
