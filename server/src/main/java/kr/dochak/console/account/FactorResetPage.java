package kr.dochak.console.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.factors.FactorResets;
import kr.dochak.identity.factors.FactorResets.Colleague;
import kr.dochak.identity.factors.ResetReason;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
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

/** An administrator takes away a colleague's second factor, with a reason, and is asked first (IDN-1). */
@Controller
@Framed(nav = "account", title = "console.factor.reset")
class FactorResetPage {

    private static final String AT = "/console/accounts/{id}/second-factor";

    private final FactorResets resets;

    FactorResetPage(FactorResets resets) {
        this.resets = resets;
    }

    @GetMapping(AT)
    String ask(Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, Model model) {
        Words words = frame.words();
        Colleague colleague = found(resets.of(staff, id));
        List<Field.Option> reasons = Arrays.stream(ResetReason.values())
                .map(each -> new Field.Option(each.name(), words.word("console.factor.reset.reason." + each)))
                .toList();
        model.addAttribute("id", id);
        model.addAttribute("name", colleague.member().name());
        model.addAttribute("has", colleague.has());
        model.addAttribute(
                "reason",
                Field.choice("reason", words.word("console.factor.reset.reason"), "", reasons)
                        .needed());
        return "console/factor-reset";
    }

    @PostMapping(AT)
    String reset(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            @RequestParam ResetReason reason,
            RedirectAttributes after) {
        Colleague colleague = found(resets.reset(staff, id, reason));
        String text = frame.words()
                .word("console.factor.reset.done", colleague.member().name());
        after.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, text));
        return "redirect:/console/accounts";
    }

    private static Colleague found(Optional<Colleague> found) {
        return found.orElseThrow(() -> Problem.notFound("console.accounts.none"));
    }
}
