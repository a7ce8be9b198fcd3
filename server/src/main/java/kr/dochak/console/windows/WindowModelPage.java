package kr.dochak.console.windows;

import jakarta.servlet.http.HttpServletResponse;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Fragment;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.promise.models.AskedBy;
import kr.dochak.promise.models.ModelCard;
import kr.dochak.promise.models.ModelCard.Version;
import kr.dochak.promise.models.WindowModels;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 예측 모델: what windows are learned from, how good they are, and which model is in use (PRM-5). */
@Controller
@Framed(nav = "windows", title = "console.model.title")
class WindowModelPage {

    private static final String PAGE = "redirect:/console/windows/model";

    private final WindowModels models;
    private final WindowTabs tabs;

    WindowModelPage(WindowModels models, WindowTabs tabs) {
        this.models = models;
        this.tabs = tabs;
    }

    /** @param use the former model that is about to be gone back to: the page asks whether that is meant */
    @GetMapping("/console/windows/model")
    String page(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(required = false) @Nullable Integer use,
            Frame frame,
            Model model) {
        ModelCard card = models.card();
        Version asked = card.versions().stream()
                .filter(version -> version.isFormer() && use != null && version.id() == use)
                .findFirst()
                .orElse(null);
        model.addAttribute("tabs", tabs.of(WindowTabs.MODEL, staff, frame.words()));
        model.addAttribute("card", card);
        model.addAttribute("asked", asked);
        model.addAttribute("mayChange", staff.may(Right.PLATFORM));
        return "console/model";
    }

    /** Asked for every few seconds while a training runs; the page is made anew when it has ended. */
    @Fragment(of = "/console/windows/model")
    @GetMapping("/console/windows/model/progress")
    String progress(HttpServletResponse response, Model model) {
        ModelCard card = models.card();
        if (card.training().isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("card", card);
        return "console/model-progress";
    }

    @PostMapping("/console/windows/model/training")
    String train(@AuthenticationPrincipal StaffMember staff, Words words, RedirectAttributes redirect) {
        models.train(AskedBy.of(staff));
        flash(redirect, Tone.NEUTRAL, words.word("console.model.training.begun"));
        return PAGE;
    }

    @PostMapping("/console/windows/model/use")
    String use(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam int id,
            Words words,
            RedirectAttributes redirect) {
        switch (models.use(id, AskedBy.of(staff))) {
            case USED -> flash(redirect, Tone.DONE, words.word("console.model.used", id));
            case ASKED -> flash(redirect, Tone.DONE, words.word("console.model.asked", id));
            case NOT -> flash(redirect, Tone.LATE, words.word("console.model.not-used", id));
        }
        return PAGE;
    }

    private static void flash(RedirectAttributes redirect, Tone tone, String text) {
        redirect.addFlashAttribute("flash", new Frame.Flash(tone, text));
    }
}
