package kr.dochak.console.integrations;

import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.promise.areas.Areas;
import kr.dochak.shared.Words;
import kr.dochak.tracking.carriers.health.Integrations;
import kr.dochak.tracking.corrections.NumberCollisions;
import kr.dochak.tracking.corrections.SharedNumbers;
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

    private static final int MOST_COLLISIONS = 100;

    private final Integrations integrations;
    private final Areas areas;
    private final NumberCollisions collisions;
    private final SharedNumbers shared;

    IntegrationsPage(Integrations integrations, Areas areas, NumberCollisions collisions, SharedNumbers shared) {
        this.integrations = integrations;
        this.areas = areas;
        this.collisions = collisions;
        this.shared = shared;
    }

    @GetMapping("/console/integrations")
    String page(@AuthenticationPrincipal StaffMember staff, Model model) {
        model.addAttribute("platform", staff.may(Right.PLATFORM));
        model.addAttribute("mayWork", staff.may(Right.INTEGRATIONS_WORK));
        model.addAttribute("health", integrations.health(staff.tenantId()));
        model.addAttribute("areas", areas.health());
        model.addAttribute("collisions", collisions.open(staff.tenantId(), MOST_COLLISIONS));
        model.addAttribute("shared", shared.open(staff.tenantId(), MOST_COLLISIONS));
        return "console/integrations";
    }

    /** Ends the alarm of an unknown code. */
    @PostMapping("/console/integrations/unknown/{id}/seen")
    String seen(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            Words words,
            RedirectAttributes redirect) {
        return back(
                integrations.seen(staff.tenantId(), id, staff.id()), "console.integrations.seen.done", words, redirect);
    }

    /** Somebody has looked after the orders of a parcel that lost its number to another. */
    @PostMapping("/console/integrations/collisions/{id}/seen")
    String lookedAfter(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            Words words,
            RedirectAttributes redirect) {
        return looked(collisions.seen(staff.tenantId(), id, staff.id()), words, redirect);
    }

    /** Somebody has looked after a parcel whose number another mall has too. */
    @PostMapping("/console/integrations/shared/{id}/seen")
    String lookedAtShared(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            Words words,
            RedirectAttributes redirect) {
        return looked(shared.seen(staff.tenantId(), id, staff.id()), words, redirect);
    }

    private static String looked(boolean found, Words words, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                new Frame.Flash(
                        found ? Tone.DONE : Tone.NEUTRAL,
                        words.word(found ? "console.collisions.done" : "console.collisions.gone")));
        return "redirect:/console/integrations";
    }

    /** Takes that back. */
    @DeleteMapping("/console/integrations/unknown/{id}/seen")
    String unseen(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            Words words,
            RedirectAttributes redirect) {
        return back(integrations.unseen(staff.tenantId(), id), "console.integrations.unseen.done", words, redirect);
    }

    /** A table may have learnt the code meanwhile; then there is nothing left to be done. */
    private String back(boolean found, String key, Words words, RedirectAttributes redirect) {
        String text = words.word(found ? key : "console.integrations.seen.gone");
        redirect.addFlashAttribute("flash", new Frame.Flash(found ? Tone.DONE : Tone.NEUTRAL, text));
        return "redirect:/console/integrations";
    }
}
