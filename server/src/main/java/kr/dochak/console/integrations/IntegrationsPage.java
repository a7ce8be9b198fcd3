package kr.dochak.console.integrations;

import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.promise.areas.Areas;
import kr.dochak.shared.Words;
import kr.dochak.tracking.carriers.health.Integrations;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 연동: how the outside systems are doing that tell us about parcels, and what they said that nobody understands (TRK-5). */
@Controller
@Framed(nav = "integrations", title = "console.integrations.title")
class IntegrationsPage {

    private final Integrations integrations;
    private final Areas areas;

    IntegrationsPage(Integrations integrations, Areas areas) {
        this.integrations = integrations;
        this.areas = areas;
    }

    @GetMapping("/console/integrations")
    String page(@AuthenticationPrincipal StaffMember staff, Model model) {
        model.addAttribute("health", integrations.health(staff.tenantId()));
        model.addAttribute("areas", areas.health());
        return "console/integrations";
    }

    /** Ends the alarm of an unknown code. */
    @PostMapping("/console/integrations/unknown/{id}/seen")
    String seen(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            Words words,
            RedirectAttributes redirect) {
        return said(integrations.seen(id, staff.id()), "console.integrations.seen.done", words, redirect);
    }

    /** Takes that back. */
    @DeleteMapping("/console/integrations/unknown/{id}/seen")
    String unseen(@PathVariable long id, Words words, RedirectAttributes redirect) {
        return said(integrations.unseen(id), "console.integrations.unseen.done", words, redirect);
    }

    /** A table may have learnt the code meanwhile; then there is nothing left to be done. */
    private String said(boolean found, String key, Words words, RedirectAttributes redirect) {
        String text = words.word(found ? key : "console.integrations.seen.gone");
        redirect.addFlashAttribute("flash", new Frame.Flash(found ? Tone.DONE : Tone.NEUTRAL, text));
        return "redirect:/console/integrations";
    }
}
