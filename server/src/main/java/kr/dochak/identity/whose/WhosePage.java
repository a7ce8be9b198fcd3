package kr.dochak.identity.whose;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import kr.dochak.identity.codes.LoginCodes;
import kr.dochak.identity.doors.CustomerSession;
import kr.dochak.identity.tries.CodeTicket;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.shared.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** After the right code, where several people have the contact: whose orders are meant (M4). */
@Controller
@Framed(title = "identity.whose.title")
class WhosePage {

    private final LoginCodes codes;
    private final Whose whose;
    private final CustomerSession session;

    WhosePage(LoginCodes codes, Whose whose, CustomerSession session) {
        this.codes = codes;
        this.whose = whose;
        this.session = session;
    }

    @GetMapping("/login/whose")
    String choose(Frame frame, HttpServletRequest request, Model model) {
        List<Whose.Choice> choices = CodeTicket.of(request)
                .flatMap(codes::confirmed)
                .map(contact -> whose.behind(contact.tenantId(), contact.contact()))
                .orElse(List.of());
        if (choices.isEmpty()) {
            return "redirect:/login";
        }
        model.addAttribute("lines", WhoseLine.of(choices, null, frame));
        return "identity/whose";
    }

    @PostMapping("/login/whose")
    String chosen(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "0") long person) {
        return CodeTicket.of(request)
                .flatMap(ticket -> codes.choose(ticket, new PersonId(person)))
                .map(customer -> {
                    CodeTicket.end(request, response);
                    return "redirect:" + session.begin(customer, request, response);
                })
                .orElse("redirect:/login/whose");
    }
}
