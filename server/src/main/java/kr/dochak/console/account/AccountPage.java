package kr.dochak.console.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.accounts.AccountState;
import kr.dochak.identity.accounts.Administrators;
import kr.dochak.identity.accounts.Grant;
import kr.dochak.identity.accounts.Grants;
import kr.dochak.identity.accounts.Invitations;
import kr.dochak.identity.accounts.StaffAccount;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person: what they are in which mall, where they are logged in, what they last did (IDN-1); and who is asked in. */
@Controller
@Framed(nav = "account", title = "console.accounts.title")
class AccountPage {

    private static final String AT = AccountsPage.AT;

    private final AccountViews views;
    private final Grants grants;
    private final Invitations invitations;

    AccountPage(AccountViews views, Grants grants, Invitations invitations) {
        this.views = views;
        this.grants = grants;
        this.invitations = invitations;
    }

    @GetMapping(AT + "/{id}")
    String person(Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, Model model) {
        return views.page(frame, staff, id, null, model);
    }

    @PostMapping(AT + "/{id}/rights")
    String change(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        views.find(staff, id);
        RightsForm form = views.sent(staff, sent, frame);
        Optional<String> wrong = form.isRight()
                ? refusal(grants.change(staff, id, form.grant()))
                : Optional.of("console.accounts.limit.some");
        if (wrong.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrong", frame.words().word(wrong.get()));
            return views.page(frame, staff, id, form, model);
        }
        after.addFlashAttribute(
                "flash", new Frame.Flash(Tone.DONE, frame.words().word("console.accounts.saved")));
        return "redirect:" + AT + "/" + id;
    }

    private static Optional<String> refusal(Grant.Outcome outcome) {
        return switch (outcome) {
            case Grant.Outcome.Done done -> Optional.empty();
            case Grant.Outcome.NotYours none -> Optional.of("console.accounts.none");
            case Grant.Outcome.NoMall none -> Optional.of("console.accounts.no-mall");
            case Grant.Outcome.Beyond none -> Optional.of("console.accounts.beyond");
            case Grant.Outcome.LastAdministrator none -> Optional.of("console.accounts.last-admin");
        };
    }

    /** Asks before an account is closed: what its owner has in hand goes back to the queue. */
    @GetMapping(AT + "/{id}/closing")
    String leaving(Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, Model model) {
        StaffAccount account = views.find(staff, id);
        boolean closes = Administrators.administers(staff, account.member())
                && (account.state() == AccountState.ACTIVE || account.state() == AccountState.LOCKED);
        if (!closes) {
            throw Problem.notFound("console.accounts.none");
        }
        model.addAttribute(
                "frame",
                frame.titled("console.accounts.leaving.title", account.member().name()));
        model.addAttribute("id", id);
        model.addAttribute("name", account.member().name());
        model.addAttribute("work", views.work(account.member(), frame));
        return "console/account-leaving";
    }

    @GetMapping(AT + "/invitation")
    String invitation(Frame frame, @AuthenticationPrincipal StaffMember staff, Model model) {
        return form(frame, staff, fields("", "", null, frame.words()), views.fresh(staff, frame), "", model);
    }

    @PostMapping(AT + "/invitation")
    String invite(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        Words words = frame.words();
        String name = Objects.requireNonNullElse(sent.getFirst("name"), "");
        String email = Objects.requireNonNullElse(sent.getFirst("email"), "");
        RightsForm form = views.sent(staff, sent, frame);
        Invitations.Outcome outcome = form.isRight()
                ? invitations.invite(staff, email, name, form.grant(), words)
                : new Invitations.Refused(Invitations.Why.NOT_YOURS);
        return switch (outcome) {
            case Invitations.Invited invited -> InvitationAnswers.sent(invited, frame, staff, views, model, after);
            case Invitations.Refused(Invitations.Why why) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                boolean ofField =
                        why == Invitations.Why.NAME || why == Invitations.Why.EMAIL || why == Invitations.Why.KNOWN;
                String wrong = !form.isRight()
                        ? words.word("console.accounts.limit.some")
                        : ofField ? "" : words.word("console.accounts.invite." + why);
                yield form(frame, staff, fields(name, email, why, words), form, wrong, model);
            }
        };
    }

    private static String form(
            Frame frame, StaffMember staff, List<Field> fields, RightsForm form, String wrong, Model model) {
        model.addAttribute("frame", frame.titled("console.accounts.invite.title"));
        model.addAttribute("fields", fields);
        model.addAttribute("form", form);
        model.addAttribute("wrong", wrong);
        model.addAttribute("tabs", AccountTabs.of(AT, staff, frame.words()));
        return "console/account-invite";
    }

    private static List<Field> fields(
            String name, String email, Invitations.@org.jspecify.annotations.Nullable Why why, Words words) {
        String nameError = why == Invitations.Why.NAME ? words.word("console.accounts.invite.NAME") : "";
        String emailError = why == Invitations.Why.EMAIL || why == Invitations.Why.KNOWN
                ? words.word("console.accounts.invite." + why)
                : "";
        return List.of(
                Field.text("name", words.word("console.accounts.name"), name)
                        .needed()
                        .error(nameError),
                Field.text("email", words.word("console.accounts.email"), email)
                        .type("email")
                        .needed()
                        .help(words.word("console.accounts.email.help"))
                        .error(emailError));
    }
}
