package kr.dochak.identity.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.identity.codes.LoginCodeRepository;
import kr.dochak.identity.codes.LoginCodes;
import kr.dochak.identity.passkeys.Owner;
import kr.dochak.identity.passkeys.Passkeys;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.BrowserCookie;
import kr.dochak.identity.tries.Asker;
import kr.dochak.identity.tries.CodeTicket;
import kr.dochak.identity.tries.Slowed;
import kr.dochak.pages.Field;
import kr.dochak.pages.Framed;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Customers log in with a one-time code (IDN-1): where to, then the six digits. */
@Controller
class CustomerLoginPage {

    /** That a passkey was offered here: once in a season is enough. */
    private static final BrowserCookie OFFERED = new BrowserCookie("passkey-offered", "/login", Duration.ofDays(90));

    private final Malls malls;
    private final LoginCodes codes;
    private final CustomerSession session;
    private final SecurityLog log;
    private final Passkeys passkeys;
    private final InstantSource clock;

    CustomerLoginPage(
            Malls malls,
            LoginCodes codes,
            CustomerSession session,
            SecurityLog log,
            Passkeys passkeys,
            InstantSource clock) {
        this.malls = malls;
        this.codes = codes;
        this.session = session;
        this.log = log;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @Framed(title = "identity.login.title")
    @GetMapping("/login")
    String login(
            HttpServletRequest request,
            Words words,
            @RequestParam(required = false) @Nullable String mall,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String passkey,
            Model model) {
        model.addAttribute("out", out != null);
        model.addAttribute("passkeyFailed", passkey != null);
        return form(request, words, mall, "", "", model);
    }

    @Framed(title = "identity.login.title")
    @PostMapping("/login")
    String ask(
            HttpServletRequest request,
            HttpServletResponse response,
            Words words,
            @RequestParam(required = false) @Nullable String mall,
            @RequestParam(defaultValue = "") String contact,
            Model model) {
        Optional<Mall> chosen = chosen(mall);
        if (chosen.isEmpty() || !LoginCodes.isContact(contact)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String error = chosen.isEmpty() ? "identity.login.mall.wrong" : "identity.login.contact.wrong";
            return form(request, words, mall, contact, words.word(error), model);
        }
        return switch (codes.ask(chosen.get().tenantId(), contact, Asker.of(request))) {
            case LoginCodes.Answer.Ticket ticket -> {
                note(Kind.CUSTOMER_CODE, Outcome.DONE, request);
                CodeTicket.give(ticket.id(), request, response);
                yield "redirect:/login/code";
            }
            case LoginCodes.Answer.TooOften often -> {
                note(Kind.CUSTOMER_CODE, Outcome.SLOWED, request);
                Slowed.answer(often.until(), clock.instant(), response);
                model.addAttribute(
                        "sent", CodeTicket.of(request).flatMap(codes::open).isPresent());
                String until = KoreanTime.moment(often.until(), clock.instant(), words.locale());
                yield form(request, words, mall, contact, words.word("identity.login.too-often", until), model);
            }
        };
    }

    @Framed(title = "identity.code.title")
    @GetMapping("/login/code")
    String code(Words words, HttpServletRequest request, Model model) {
        return codeForm(words, CodeTicket.of(request).flatMap(codes::open), "", model);
    }

    @Framed(title = "identity.code.title")
    @PostMapping("/login/code")
    String enter(
            HttpServletRequest request,
            HttpServletResponse response,
            Words words,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String device,
            Model model,
            RedirectAttributes after) {
        Optional<UUID> ticket = CodeTicket.of(request);
        LoginCodes.Entered entered = ticket.map(each -> codes.enter(each, code, Asker.marked(request, response)))
                .orElseGet(LoginCodes.Entered.Over::new);
        return switch (entered) {
            case LoginCodes.Entered.Welcome welcome -> {
                CodeTicket.end(request, response);
                String wanted = session.begin(welcome.customer(), request, response);
                boolean offers = device.equals("passkeys") && offers(welcome.customer(), request, response);
                if (offers) {
                    after.addFlashAttribute("next", wanted);
                }
                yield "redirect:" + (offers ? "/settings/passkeys" : wanted);
            }
            case LoginCodes.Entered.Several() -> "redirect:/login/whose";
            case LoginCodes.Entered.Wrong wrong -> {
                note(Kind.CUSTOMER_LOGIN, Outcome.REFUSED, request);
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                String error = words.word("identity.code.wrong", wrong.triesLeft());
                yield codeForm(words, ticket.flatMap(codes::open), error, model);
            }
            case LoginCodes.Entered.Over() -> {
                note(Kind.CUSTOMER_LOGIN, Outcome.REFUSED, request);
                response.setStatus(HttpStatus.GONE.value());
                yield codeForm(words, Optional.empty(), "", model);
            }
        };
    }

    /** Whether a passkey is offered to who has none, on a device that can make one. */
    private boolean offers(CustomerLogin customer, HttpServletRequest request, HttpServletResponse response) {
        boolean offers =
                OFFERED.of(request).isEmpty() && passkeys.of(Owner.of(customer)).isEmpty();
        if (offers) {
            OFFERED.set("yes", request, response);
        }
        return offers;
    }

    /** Whose contact it was is not written: nobody has shown yet that it is theirs. */
    private void note(Kind kind, Outcome outcome, HttpServletRequest request) {
        log.note(kind, outcome, Who.NOBODY, request.getRemoteAddr(), "");
    }

    private String form(
            HttpServletRequest request, Words words, @Nullable String mall, String contact, String error, Model model) {
        model.addAttribute("passkey", passkeys.ask("customer", request).orElse(null));
        Optional<Mall> chosen = chosen(mall);
        Field field = Field.text("contact", words.word("identity.login.contact"), contact)
                .needed()
                .autocomplete("tel webauthn")
                .help(words.word("identity.login.contact.help"))
                .error(error);
        List<Field.Option> choices = malls.all().stream()
                .map(each -> new Field.Option(each.code(), each.name()))
                .toList();
        model.addAttribute("contact", field);
        model.addAttribute("mall", chosen.orElse(null));
        model.addAttribute(
                "malls",
                Field.choice("mall", words.word("identity.login.mall"), "", choices)
                        .needed());
        return "identity/login";
    }

    private String codeForm(Words words, Optional<LoginCodeRepository.Open> open, String error, Model model) {
        model.addAttribute("sentTo", open.map(LoginCodeRepository.Open::sentTo).orElse(""));
        model.addAttribute(
                "again",
                open.map(found -> "/login?mall=" + malls.byId(found.tenantId()).code())
                        .orElse("/login"));
        model.addAttribute(
                "code",
                Field.text("code", words.word("identity.code.code"), "")
                        .needed()
                        .autocomplete("one-time-code")
                        .error(error));
        return "identity/login-code";
    }

    /** The mall that was named, or the only one there is. */
    private Optional<Mall> chosen(@Nullable String code) {
        if (code != null && !code.isBlank()) {
            return malls.byCode(code);
        }
        List<Mall> all = malls.all();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
}
