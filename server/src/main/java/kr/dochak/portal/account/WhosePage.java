package kr.dochak.portal.account;

import java.util.List;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.sessions.LoginDetails;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.identity.whose.Whose;
import kr.dochak.identity.whose.WhoseLine;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.shared.PersonId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes whose orders are seen, among those with the same phone or e-mail (M4). */
@Controller
@Framed(nav = "alerts", title = "identity.whose.title")
class WhosePage {

    private static final String AT = "/settings/whose";

    private final Whose whose;
    private final Sessions sessions;

    WhosePage(Whose whose, Sessions sessions) {
        this.whose = whose;
        this.sessions = sessions;
    }

    @GetMapping(AT)
    String choose(Frame frame, @AuthenticationPrincipal CustomerLogin customer, Model model) {
        model.addAttribute("lines", WhoseLine.of(choices(customer), customer.personId(), frame));
        return "portal/whose";
    }

    private List<Whose.Choice> choices(CustomerLogin customer) {
        String contact = customer.contact();
        return contact == null ? List.of() : whose.behind(customer.tenantId(), contact);
    }

    @PostMapping(AT)
    String chosen(
            @AuthenticationPrincipal CustomerLogin customer,
            Authentication login,
            @RequestParam(defaultValue = "0") long person) {
        boolean among =
                choices(customer).stream().anyMatch(each -> each.personId().value() == person);
        boolean changed = among
                && LoginDetails.of(login)
                        .filter(details -> sessions.choose(customer, details.sessionId(), new PersonId(person)))
                        .isPresent();
        return changed ? "redirect:/orders" : "redirect:" + AT;
    }
}
