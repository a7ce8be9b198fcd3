package kr.dochak.portal.account;

import java.util.List;
import java.util.Optional;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.erasure.Erasure;
import kr.dochak.identity.erasure.Erasures;
import kr.dochak.identity.erasure.Erasures.Outcome;
import kr.dochak.identity.erasure.Hindrance;
import kr.dochak.identity.vault.People;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a customer has everything about them erased, and takes that back (IDN-3). */
@Controller
@Framed(nav = "alerts", title = "portal.leave.title")
class LeavePage {

    private final Erasures erasures;
    private final People people;

    LeavePage(Erasures erasures, People people) {
        this.erasures = erasures;
        this.people = people;
    }

    @GetMapping("/settings/erasure")
    String page(Frame frame, @AuthenticationPrincipal CustomerLogin customer, Model model) {
        List<PersonId> persons = people.behind(customer);
        Optional<Erasure> open = erasures.of(persons).filter(Erasure::isOpen);
        Words words = frame.words();
        model.addAttribute("erasure", open.orElse(null));
        model.addAttribute(
                "waits", waits(open.map(Erasure::waitsFor).orElseGet(() -> erasures.hindrances(persons)), words));
        model.addAttribute("days", erasures.settings().deadline().toDays());
        model.addAttribute("grace", KoreanTime.length(erasures.settings().grace(), words.locale()));
        model.addAttribute("backups", erasures.settings().backups().toDays());
        return "portal/erasure";
    }

    private static List<String> waits(List<Hindrance> hindrances, Words words) {
        return hindrances.stream()
                .map(each -> words.word("portal.leave.waits." + each.what(), each.count()))
                .toList();
    }

    @PostMapping("/settings/erasure")
    String request(
            Frame frame,
            @AuthenticationPrincipal CustomerLogin customer,
            @RequestParam(defaultValue = "false") boolean understood,
            RedirectAttributes after) {
        if (!understood) {
            return answer("portal.leave.understand", Tone.AT_RISK, frame, after);
        }
        return switch (erasures.requestOwn(customer.tenantId(), people.behind(customer))) {
            case Outcome.Fine _ -> answer("portal.leave.requested", Tone.DONE, frame, after);
            case Outcome.Already _ -> answer("portal.leave.already", Tone.NEUTRAL, frame, after);
            case Outcome.Unknown _, Outcome.SamePerson _, Outcome.TooLate _ ->
                answer("portal.leave.none", Tone.NEUTRAL, frame, after);
        };
    }

    @PostMapping("/settings/erasure/withdrawal")
    String withdraw(Frame frame, @AuthenticationPrincipal CustomerLogin customer, RedirectAttributes after) {
        return switch (erasures.withdrawOwn(customer.tenantId(), people.behind(customer))) {
            case Outcome.Fine _ -> answer("portal.leave.withdrawn", Tone.DONE, frame, after);
            case Outcome.TooLate _ -> answer("portal.leave.too-late", Tone.AT_RISK, frame, after);
            case Outcome.Unknown _, Outcome.SamePerson _, Outcome.Already _ ->
                answer("portal.leave.none", Tone.NEUTRAL, frame, after);
        };
    }

    private static String answer(String key, Tone tone, Frame frame, RedirectAttributes after) {
        after.addFlashAttribute("flash", new Frame.Flash(tone, frame.words().word(key)));
        return "redirect:/settings/erasure";
    }
}
