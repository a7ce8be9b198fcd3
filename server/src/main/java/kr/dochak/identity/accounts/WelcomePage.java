package kr.dochak.identity.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import kr.dochak.identity.Malls;
import kr.dochak.identity.StaffRepository;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link of an invitation leads: the first password of a member of staff (IDN-1). */
@Controller
@Framed(title = "identity.welcome.title")
class WelcomePage {

    private static final String AT = "/console/welcome/{token}";

    private final Welcome welcome;
    private final Malls malls;

    WelcomePage(Welcome welcome, Malls malls) {
        this.welcome = welcome;
        this.malls = malls;
    }

    @GetMapping(AT)
    String form(@PathVariable String token, Frame frame, HttpServletResponse response, Model model) {
        return page(token, "", "", frame, response, model);
    }

    @PostMapping(AT)
    String set(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            Frame frame,
            HttpServletResponse response,
            Model model) {
        Words words = frame.words();
        if (!fresh.equals(again)) {
            return page(token, "", words.word("identity.welcome.differ"), frame, response, model);
        }
        return switch (welcome.enter(token, fresh)) {
            case Welcome.Entry.Open() -> {
                model.addAttribute("done", true);
                yield "identity/welcome";
            }
            case Welcome.Entry.Weak(PasswordRule.Weakness weakness) ->
                page(
                        token,
                        words.word("identity.welcome.weak." + weakness, PasswordRule.FEWEST),
                        "",
                        frame,
                        response,
                        model);
            case Welcome.Entry.Closed() -> page(token, "", "", frame, response, model);
        };
    }

    private String page(
            String token,
            String freshError,
            String againError,
            Frame frame,
            HttpServletResponse response,
            Model model) {
        Optional<StaffRepository.Row> guest = welcome.guest(token);
        Words words = frame.words();
        if (guest.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        } else if (!freshError.isEmpty() || !againError.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        guest.ifPresent(row -> {
            model.addAttribute("name", row.member().name());
            model.addAttribute("email", row.email());
            model.addAttribute("mall", malls.byId(row.member().tenantId()).name());
        });
        model.addAttribute(
                "fields",
                List.of(
                        secret("fresh", words.word("identity.welcome.fresh"))
                                .help(words.word("identity.welcome.help", PasswordRule.FEWEST))
                                .error(freshError),
                        secret("again", words.word("identity.welcome.again")).error(againError)));
        return "identity/welcome";
    }

    private static Field secret(String name, String label) {
        return Field.text(name, label, "").type("password").needed().autocomplete("new-password");
    }
}
