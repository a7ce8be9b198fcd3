package kr.dochak.console;

import jakarta.servlet.http.HttpServletRequest;
import kr.dochak.identity.StaffMember;
import kr.dochak.promise.areas.Areas;
import kr.dochak.shared.Frame;
import kr.dochak.shared.Frames;
import kr.dochak.shared.Tone;
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
class IntegrationsController {

    private final Integrations integrations;
    private final Areas areas;
    private final Frames frames;

    IntegrationsController(Integrations integrations, Areas areas, Frames frames) {
        this.integrations = integrations;
        this.areas = areas;
        this.frames = frames;
    }

    @GetMapping("/console/integrations")
    String page(@AuthenticationPrincipal StaffMember staff, HttpServletRequest request, Model model) {
        model.addAttribute("frame", frames.console(request, "integrations", "console.integrations.title"));
        model.addAttribute("health", integrations.health(staff.tenantId()));
        model.addAttribute("areas", areas.health());
        return "console/integrations";
    }

    /** Ends the alarm of an unknown code. */
    @PostMapping("/console/integrations/unknown/{id}/seen")
    String seen(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return said(integrations.seen(id, staff.id()), "console.integrations.seen.done", request, redirect);
    }

    /** Takes that back. */
    @DeleteMapping("/console/integrations/unknown/{id}/seen")
    String unseen(@PathVariable long id, HttpServletRequest request, RedirectAttributes redirect) {
        return said(integrations.unseen(id), "console.integrations.unseen.done", request, redirect);
    }

    /** A table may have learnt the code meanwhile; then there is nothing left to be done. */
    private String said(boolean found, String key, HttpServletRequest request, RedirectAttributes redirect) {
        String text = frames.words(request).word(found ? key : "console.integrations.seen.gone");
        redirect.addFlashAttribute("flash", new Frame.Flash(found ? Tone.DONE : Tone.NEUTRAL, text));
        return "redirect:/console/integrations";
    }
}
