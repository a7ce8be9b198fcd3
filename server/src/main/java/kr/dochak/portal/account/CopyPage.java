package kr.dochak.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.codes.LoginCodes;
import kr.dochak.identity.erasure.Copies;
import kr.dochak.identity.erasure.PersonalCopy;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A copy of everything we hold of the customer, after a code that is fresh: an open browser alone is not enough (IDN-3). */
@Controller
@Framed(nav = "alerts", title = "portal.copy.title")
class CopyPage {

    private final Copies copies;
    private final LoginCodes codes;
    private final People people;

    CopyPage(Copies copies, LoginCodes codes, People people) {
        this.copies = copies;
        this.codes = codes;
        this.people = people;
    }

    @GetMapping("/settings/copy")
    String page(Frame frame, Model model) {
        return page(frame, null, "", model);
    }

    @PostMapping("/settings/copy/code")
    String code(
            HttpServletRequest request,
            Frame frame,
            @AuthenticationPrincipal CustomerLogin customer,
            Model model,
            RedirectAttributes after) {
        Optional<String> contact = contact(customer);
        if (contact.isEmpty()) {
            return answer("portal.copy.no-contact", frame, after);
        }
        return switch (codes.askAgain(customer.tenantId(), contact.get(), request)) {
            case LoginCodes.Answer.Ticket ticket -> page(frame, ticket.id(), "", model);
            case LoginCodes.Answer.TooOften _ -> answer("portal.copy.too-often", frame, after);
        };
    }

    private Optional<String> contact(CustomerLogin customer) {
        PersonalData person = people.open(List.of(customer.personId())).get(customer.personId());
        return person == null
                ? Optional.empty()
                : Optional.ofNullable(person.phone()).or(() -> Optional.ofNullable(person.email()));
    }

    @PostMapping("/settings/copy")
    String enter(
            Frame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal CustomerLogin customer,
            @RequestParam UUID ticket,
            @RequestParam(defaultValue = "") String code,
            Model model,
            RedirectAttributes after) {
        List<PersonId> persons = people.behind(customer);
        LoginCodes.Entered entered = codes.enter(ticket, code, null);
        return switch (entered) {
            case LoginCodes.Entered.Welcome _, LoginCodes.Entered.Several _
            when isTheirs(entered, ticket, persons) -> {
                Copies.Link link = copies.forThemselves(customer.tenantId(), persons);
                model.addAttribute("link", "/settings/copy/" + link.token());
                model.addAttribute(
                        "until", KoreanTime.clock(link.until(), frame.words().locale()));
                yield page(frame, null, "", model);
            }
            case LoginCodes.Entered.Wrong wrong -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(frame, ticket, frame.words().word("identity.code.wrong", wrong.triesLeft()), model);
            }
            case LoginCodes.Entered.Welcome _, LoginCodes.Entered.Several _, LoginCodes.Entered.Over _ ->
                answer("portal.copy.over", frame, after);
        };
    }

    /** Where several people have the contact, it is enough that the customer is one of them. */
    private boolean isTheirs(LoginCodes.Entered entered, UUID ticket, List<PersonId> persons) {
        return entered instanceof LoginCodes.Entered.Welcome welcome
                ? persons.contains(welcome.customer().personId())
                : persons.stream().anyMatch(each -> codes.choose(ticket, each).isPresent());
    }

    @GetMapping("/settings/copy/{token}/data.json")
    ResponseEntity<byte[]> json(@PathVariable String token, @AuthenticationPrincipal CustomerLogin customer) {
        return file(open(token, customer).json(), MediaType.APPLICATION_JSON, "my-data.json");
    }

    @GetMapping("/settings/copy/{token}/data.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String token, @AuthenticationPrincipal CustomerLogin customer, Words words) {
        return file(open(token, customer).pdf(words), MediaType.APPLICATION_PDF, "my-data.pdf");
    }

    private PersonalCopy open(String token, CustomerLogin customer) {
        return copies.open(token, people.behind(customer))
                .orElseThrow(() -> Problem.notFound("portal.problem.copy-gone"));
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private static String page(Frame frame, @Nullable UUID ticket, String error, Model model) {
        model.addAttribute("ticket", ticket == null ? null : ticket.toString());
        model.addAttribute(
                "code",
                Field.text("code", frame.words().word("identity.code.code"), "")
                        .needed()
                        .autocomplete("one-time-code")
                        .error(error));
        return "portal/copy";
    }

    private static String answer(String key, Frame frame, RedirectAttributes after) {
        after.addFlashAttribute(
                "flash", new Frame.Flash(Tone.AT_RISK, frame.words().word(key)));
        return "redirect:/settings/copy";
    }
}
