package kr.dochak.console.privacy;

import java.util.List;
import java.util.Optional;
import kr.dochak.approvals.ApprovalAnswer;
import kr.dochak.approvals.Approvals;
import kr.dochak.console.access.RevealRules;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.access.Reveal;
import kr.dochak.identity.erasure.Erasure;
import kr.dochak.identity.erasure.Erasures;
import kr.dochak.identity.erasure.Erasures.Outcome;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.pages.Field;
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

/** 개인정보: who is to be erased, agreed to by a second person, and what each erasure destroyed (IDN-3). */
@Controller
@Framed(nav = "privacy", title = "console.privacy.title")
class PrivacyPage {

    private static final int MOST = 100;
    private static final List<Erasure.Cause> CAUSES =
            List.of(Erasure.Cause.ASKED_US, Erasure.Cause.PURPOSE_ENDED, Erasure.Cause.AUTHORITY);

    private final Erasures erasures;
    private final ErasureNames names;
    private final Orders orders;
    private final Approvals approvals;

    PrivacyPage(Erasures erasures, ErasureNames names, Orders orders, Approvals approvals) {
        this.erasures = erasures;
        this.names = names;
        this.orders = orders;
        this.approvals = approvals;
    }

    @GetMapping("/console/privacy")
    String list(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String order,
            Words words,
            Model model) {
        List<Erasure> all = erasures.ofTenant(staff.tenantId(), MOST);
        model.addAttribute("erasures", all);
        model.addAttribute("names", names.of(all));
        model.addAttribute("me", staff.id());
        model.addAttribute(
                "order",
                Field.text("order", words.word("console.privacy.order"), order).needed());
        model.addAttribute(
                "cause",
                Field.choice(
                                "cause",
                                words.word("console.privacy.cause"),
                                "ASKED_US",
                                CAUSES.stream()
                                        .map(each -> new Field.Option(
                                                each.name(), words.word("console.privacy.cause." + each)))
                                        .toList())
                        .needed());
        model.addAttribute(
                "copyOrder",
                Field.text("order", words.word("console.privacy.order"), "").needed());
        model.addAttribute(
                "reason",
                Field.text("reason", words.word("console.privacy.why"), "").needed());
        return "console/privacy";
    }

    @PostMapping("/console/privacy")
    String propose(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "ASKED_US") String cause,
            Words words,
            RedirectAttributes after) {
        Optional<Erasure.Cause> chosen =
                CAUSES.stream().filter(each -> each.name().equals(cause)).findFirst();
        Optional<OrderSummary> found = orders.byNumber(staff.tenantId(), order.strip());
        if (found.isEmpty() || chosen.isEmpty()) {
            return answer("console.privacy.no-order", Tone.AT_RISK, words, after);
        }
        return answered(
                erasures.propose(staff, List.of(found.get().personId()), chosen.get()),
                "console.privacy.proposed",
                words,
                after);
    }

    @PostMapping("/console/privacy/{id}/approval")
    String approve(
            @PathVariable long id, @AuthenticationPrincipal StaffMember staff, Words words, RedirectAttributes after) {
        return switch (approvals.decide(staff, SecondPerson.ERASURE, Long.toString(id), true, "")) {
            case ApprovalAnswer.Decided _ -> answer("console.privacy.approved", Tone.DONE, words, after);
            case ApprovalAnswer.NeedsAnother _ -> answer("console.privacy.second", Tone.NEUTRAL, words, after);
            case ApprovalAnswer.NotNow _ -> answer("console.privacy.too-late", Tone.AT_RISK, words, after);
            case ApprovalAnswer.NotAllowed(ApprovalAnswer.Reason reason) ->
                answer(
                        switch (reason) {
                            case OWN, VOTED_BEFORE -> "console.privacy.same";
                            case OVER -> "console.privacy.too-late";
                            case UNKNOWN, NO_RIGHT, ABOVE_LIMIT, TOO_LONG -> "console.privacy.unknown";
                        },
                        Tone.AT_RISK,
                        words,
                        after);
        };
    }

    @PostMapping("/console/privacy/{id}/withdrawal")
    String withdraw(
            @PathVariable long id, @AuthenticationPrincipal StaffMember staff, Words words, RedirectAttributes after) {
        return answered(erasures.withdraw(staff, id), "console.privacy.withdrawn", words, after);
    }

    @GetMapping("/console/privacy/{id}")
    String certificate(@PathVariable long id, @AuthenticationPrincipal StaffMember staff, Frame frame, Model model) {
        return page(id, staff, List.of(), "", frame, model);
    }

    /** Answers with the page itself: what law keeps is neither in an address nor in a session. */
    @PostMapping("/console/privacy/{id}/archive")
    String archive(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffMember staff,
            Frame frame,
            Model model) {
        Reveal<List<Erasures.Opened>> opened = erasures.openArchive(staff, id, reason);
        String refusal = RevealRules.refusal(opened, "console.problem.no-erasure", frame.words(), frame.now())
                .orElse("");
        return page(
                id,
                staff,
                opened instanceof Reveal.Revealed<List<Erasures.Opened>>(var all) ? all : List.of(),
                refusal,
                frame,
                model);
    }

    private String page(
            long id, StaffMember staff, List<Erasures.Opened> opened, String refusal, Frame frame, Model model) {
        Erasure erasure =
                erasures.byId(staff.tenantId(), id).orElseThrow(() -> Problem.notFound("console.problem.no-erasure"));
        model.addAttribute("frame", frame.titled("console.privacy.one", id));
        model.addAttribute("erasure", erasure);
        model.addAttribute("names", names.of(List.of(erasure)));
        model.addAttribute("opened", opened);
        model.addAttribute(
                "reason",
                Field.text("reason", frame.words().word("console.privacy.why"), "")
                        .needed()
                        .error(refusal));
        model.addAttribute("mayOpen", staff.may(Right.ARCHIVE_OPEN));
        return "console/privacy-one";
    }

    private static String answered(Outcome outcome, String fine, Words words, RedirectAttributes after) {
        return switch (outcome) {
            case Outcome.Fine _ -> answer(fine, Tone.DONE, words, after);
            case Outcome.Already _ -> answer("console.privacy.already", Tone.NEUTRAL, words, after);
            case Outcome.SamePerson _ -> answer("console.privacy.same", Tone.AT_RISK, words, after);
            case Outcome.TooLate _ -> answer("console.privacy.too-late", Tone.AT_RISK, words, after);
            case Outcome.Unknown _ -> answer("console.privacy.unknown", Tone.AT_RISK, words, after);
        };
    }

    private static String answer(String key, Tone tone, Words words, RedirectAttributes after) {
        after.addFlashAttribute("flash", new Frame.Flash(tone, words.word(key)));
        return "redirect:/console/privacy";
    }
}
