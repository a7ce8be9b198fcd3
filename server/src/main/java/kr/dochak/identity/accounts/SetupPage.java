package kr.dochak.identity.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.dochak.identity.accounts.Setup.Wish;
import kr.dochak.identity.accounts.Setup.Wrong;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.shared.PublicUrl;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the address leads that a start without an owner prints (SET-2): the owner and the first mall. */
@Controller
@Framed(title = "identity.setup.title")
class SetupPage {

    private static final String AT = SetupLink.AT + "{token}";
    private static final Wish NOTHING = new Wish("", "", "", "", "", "");

    private final Setup setup;
    private final PublicUrl url;

    SetupPage(Setup setup, PublicUrl url) {
        this.setup = setup;
        this.url = url;
    }

    @GetMapping(AT)
    String form(@PathVariable String token, Frame frame, HttpServletResponse response, Model model) {
        return setup.isOpen(token) ? page(NOTHING, null, frame, model) : closed(response);
    }

    @PostMapping(AT)
    String begin(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            @RequestParam(defaultValue = "") String mallCode,
            @RequestParam(defaultValue = "") String mallName,
            Frame frame,
            HttpServletResponse response,
            Model model) {
        if (!setup.isOpen(token)) {
            return closed(response);
        }
        Wish wish = new Wish(email, name, fresh, again, mallCode, mallName);
        Optional<Wrong> wrong = setup.judge(wish);
        if (wrong.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(wish, wrong.get(), frame, model);
        }
        if (!setup.begin(token, wish)) {
            return closed(response);
        }
        model.addAttribute("done", true);
        return "identity/setup";
    }

    private static String closed(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "identity/setup";
    }

    private String page(Wish wish, @Nullable Wrong wrong, Frame frame, Model model) {
        Words words = frame.words();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("email", words.word("identity.setup.email"), wish.email())
                .type("email")
                .needed()
                .autocomplete("username")
                .help(words.word("identity.setup.email.help")));
        fields.add(Field.text("name", words.word("identity.setup.name"), wish.name())
                .needed()
                .autocomplete("name"));
        fields.add(secret("fresh", words.word("identity.welcome.fresh"))
                .help(words.word("identity.welcome.help", PasswordRule.FEWEST)));
        fields.add(secret("again", words.word("identity.welcome.again")));
        if (setup.mall().isEmpty()) {
            fields.add(Field.text("mallName", words.word("identity.setup.mall-name"), wish.mallName())
                    .needed()
                    .help(words.word("identity.setup.mall-name.help")));
            fields.add(Field.text("mallCode", words.word("identity.setup.mall-code"), wish.mallCode())
                    .needed()
                    .help(words.word("identity.setup.mall-code.help")));
        }
        model.addAttribute(
                "fields",
                fields.stream()
                        .map(field -> wrong != null && wrong.field().equals(field.name())
                                ? field.error(words.word(wrong.word(), PasswordRule.FEWEST))
                                : field)
                        .toList());
        model.addAttribute("mall", setup.mall().map(mall -> mall.name()).orElse(""));
        model.addAttribute("address", url.address().toString());
        return "identity/setup";
    }

    private static Field secret(String name, String label) {
        return Field.text(name, label, "").type("password").needed().autocomplete("new-password");
    }
}
