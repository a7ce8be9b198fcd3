package kr.dochak.console.roles;

import java.util.Optional;
import kr.dochak.approvals.ApprovalAnswer;
import kr.dochak.approvals.Approvals;
import kr.dochak.console.ConsoleWords;
import kr.dochak.console.account.AccountTabs;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.roles.RoleCard;
import kr.dochak.identity.roles.RoleOutcome;
import kr.dochak.identity.roles.RoleWish;
import kr.dochak.identity.roles.Roles;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.settings.SecondPerson;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 역할: all of them with how many people have each, and each as rights that can be changed (IDN-1). */
@Controller
@Framed(nav = "account", title = "console.roles.title")
class RolesPage {

    private static final String AT = "/console/roles";

    private final Roles roles;
    private final Approvals approvals;

    RolesPage(Roles roles, Approvals approvals) {
        this.roles = roles;
        this.approvals = approvals;
    }

    @GetMapping(AT)
    String list(Frame frame, @AuthenticationPrincipal StaffMember staff, Model model) {
        model.addAttribute("cards", roles.all());
        model.addAttribute("mayChange", roles.mayChange(staff));
        model.addAttribute("tabs", AccountTabs.of(AT, staff, frame.words()));
        return "console/roles";
    }

    /** One role; with {@code look} what the form wishes is shown with who would lose what, before it is saved. */
    @GetMapping(AT + "/{id}")
    String one(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean look,
            RoleForm form,
            Model model) {
        RoleCard card = found(id);
        Optional<RoleWish> wish = look ? form.wish() : Optional.empty();
        RoleWish now = RoleWish.of(card.role());
        wish.ifPresent(each -> {
            model.addAttribute("wish", each);
            model.addAttribute("effects", roles.effects(card, each));
        });
        model.addAttribute("frame", frame.titled("console.role.title", ConsoleWords.role(card.role(), frame.words())));
        model.addAttribute("card", card);
        model.addAttribute("shown", wish.orElse(now));
        model.addAttribute(
                "limit",
                look && form.limit() != null ? form.limit() : "" + now.limit().amount());
        model.addAttribute("was", RoleForm.text(now));
        model.addAttribute("wrong", look && wish.isEmpty() ? frame.words().word("console.role.limit.wrong") : "");
        model.addAttribute("mayChange", roles.mayChange(staff));
        model.addAttribute("reader", staff.id());
        model.addAttribute("tabs", AccountTabs.of(AT, staff, frame.words()));
        return "console/role";
    }

    @PostMapping(AT + "/{id}")
    String change(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            RoleForm form,
            RedirectAttributes after) {
        found(id);
        RoleWish wish = form.wish().orElseThrow(() -> Problem.invalid("limit", "number", "console.role.limit.wrong"));
        RoleOutcome outcome =
                form.seen().map(seen -> roles.change(staff, id, seen, wish)).orElseGet(RoleOutcome.Overtaken::new);
        return done(outcome, id, "console.role.saved", frame, after);
    }

    @PostMapping(AT + "/{id}/agreement")
    String agree(
            Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes after) {
        RoleOutcome outcome = switch (approvals.decide(staff, SecondPerson.ROLE, Long.toString(id), true, "")) {
            case ApprovalAnswer.Decided decided -> new RoleOutcome.Changed(id);
            case ApprovalAnswer.NeedsAnother another -> new RoleOutcome.Waiting(id);
            case ApprovalAnswer.NotNow(String word)
            when word.equals("console.accounts.last-admin") -> new RoleOutcome.LastAdministrator();
            case ApprovalAnswer.NotNow no -> new RoleOutcome.Overtaken();
            case ApprovalAnswer.NotAllowed(ApprovalAnswer.Reason reason)
            when reason == ApprovalAnswer.Reason.OWN -> new RoleOutcome.OwnChange();
            case ApprovalAnswer.NotAllowed no -> new RoleOutcome.Unknown();
        };
        return done(outcome, id, "console.role.agreed", frame, after);
    }

    @PostMapping(AT + "/{id}/withdrawal")
    String withdraw(
            Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes after) {
        return done(roles.withdraw(staff, id), id, "console.role.withdrawn", frame, after);
    }

    @PostMapping(AT + "/{id}/second-factor")
    String secondFactor(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean asked,
            RedirectAttributes after) {
        String done = asked ? "console.role.factor.asked" : "console.role.factor.not-asked";
        return done(roles.secondFactor(staff, id, asked), id, done, frame, after);
    }

    @PostMapping(AT + "/{id}/copy")
    String copy(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes after) {
        return done(roles.copy(staff, id, name), id, "console.role.copied", frame, after);
    }

    @PostMapping(AT + "/{id}/removal")
    String remove(
            Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes after) {
        RoleOutcome outcome = roles.remove(staff, id);
        String to = done(outcome, id, "console.role.removed", frame, after);
        return outcome instanceof RoleOutcome.Changed ? "redirect:" + AT : to;
    }

    private RoleCard found(long id) {
        return roles.find(id).orElseThrow(() -> Problem.notFound("console.role.unknown"));
    }

    private static String done(RoleOutcome outcome, long id, String done, Frame frame, RedirectAttributes after) {
        Words words = frame.words();
        Frame.Flash flash = switch (outcome) {
            case RoleOutcome.Changed changed -> new Frame.Flash(Tone.DONE, words.word(done));
            case RoleOutcome.Waiting waiting -> new Frame.Flash(Tone.AT_RISK, words.word("console.role.waits"));
            case RoleOutcome.Overtaken none -> new Frame.Flash(Tone.LATE, words.word("console.role.overtaken"));
            case RoleOutcome.LastAdministrator none ->
                new Frame.Flash(Tone.LATE, words.word("console.accounts.last-admin"));
            case RoleOutcome.OwnChange none -> new Frame.Flash(Tone.LATE, words.word("console.role.own-change"));
            case RoleOutcome.BadName none -> new Frame.Flash(Tone.LATE, words.word("console.role.bad-name"));
            case RoleOutcome.InUse none -> new Frame.Flash(Tone.LATE, words.word("console.role.in-use"));
            case RoleOutcome.NotYours none -> throw Problem.forbidden("console.role.not-yours");
            case RoleOutcome.Unknown none -> throw Problem.notFound("console.role.unknown");
        };
        after.addFlashAttribute("flash", flash);
        long to = outcome instanceof RoleOutcome.Changed changed ? changed.roleId() : id;
        return "redirect:" + AT + "/" + to;
    }
}
