package kr.dochak.console.webhooks;

import java.time.LocalDateTime;
import java.util.List;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import kr.dochak.webhooks.EndpointOutcome;
import kr.dochak.webhooks.SendOutcome;
import kr.dochak.webhooks.SendOutcome.Sent;
import kr.dochak.webhooks.WebhookDeliveries;
import kr.dochak.webhooks.WebhookRefusals;
import kr.dochak.webhooks.Webhooks;
import kr.dochak.webhooks.Webhooks.WithSecret;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What staff do to an endpoint. */
@Controller
@RequestMapping("/console/webhooks/{id}")
@Framed(nav = "webhooks", title = "console.webhooks.change")
class WebhookActionsPage {

    private final Webhooks webhooks;
    private final WebhookDeliveries deliveries;

    WebhookActionsPage(Webhooks webhooks, WebhookDeliveries deliveries) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @GetMapping("/form")
    String form(@AuthenticationPrincipal StaffMember staff, @PathVariable long id, Model model) {
        return form(
                id, WebhookForm.of(webhooks.find(staff.tenantId(), id).orElseThrow(WebhookRefusals::unknown)), model);
    }

    private String form(long id, WebhookForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("action", WebhooksPage.LIST + "/" + id + "/form");
        model.addAttribute("back", WebhooksPage.LIST + "/" + id);
        return "console/webhook-form";
    }

    @PostMapping("/form")
    String change(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(required = false) @Nullable List<String> events,
            Words words,
            RedirectAttributes redirect,
            Model model) {
        List<String> wanted = events == null ? List.of() : events;
        return switch (webhooks.change(staff.tenantId(), id, url, description, wanted)) {
            case EndpointOutcome.Done done -> back(id, redirect, words, "console.webhooks.changed");
            case EndpointOutcome.Unknown unknown -> throw WebhookRefusals.unknown();
            case EndpointOutcome.Refused refused ->
                form(id, new WebhookForm(url, description, wanted, List.of()).refused(refused), model);
        };
    }

    @PostMapping("/activation")
    String activate(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            Words words,
            RedirectAttributes redirect) {
        if (webhooks.activate(staff.tenantId(), id).isEmpty()) {
            throw WebhookRefusals.unknown();
        }
        return back(id, redirect, words, "console.webhooks.activated");
    }

    @PostMapping("/pause")
    String pause(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            Words words,
            RedirectAttributes redirect) {
        if (webhooks.pause(staff.tenantId(), id).isEmpty()) {
            throw WebhookRefusals.unknown();
        }
        return back(id, redirect, words, "console.webhooks.paused");
    }

    @PostMapping("/pings")
    String ping(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            Words words,
            RedirectAttributes redirect) {
        sent(deliveries.ping(staff.tenantId(), id));
        return back(id, redirect, words, "console.webhooks.pinged");
    }

    @PostMapping("/secret")
    String rotate(@AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes redirect) {
        WithSecret fresh = webhooks.rotate(staff.tenantId(), id).orElseThrow(WebhookRefusals::unknown);
        redirect.addFlashAttribute("secret", fresh.secret());
        return "redirect:" + WebhooksPage.LIST + "/" + id;
    }

    @PostMapping("/removal")
    String remove(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            Words words,
            RedirectAttributes redirect) {
        if (!webhooks.remove(staff.tenantId(), id)) {
            throw WebhookRefusals.unknown();
        }
        flash(redirect, words.word("console.webhooks.removed"));
        return "redirect:" + WebhooksPage.LIST;
    }

    @PostMapping("/replays")
    String replay(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long sequence,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime to,
            Words words,
            RedirectAttributes redirect) {
        int count = 1;
        if (sequence != null) {
            sent(deliveries.replay(staff.tenantId(), id, sequence));
        } else if (from != null && to != null) {
            count = sent(deliveries.replay(
                            staff.tenantId(),
                            id,
                            from.atZone(Seoul.ZONE).toInstant(),
                            to.atZone(Seoul.ZONE).toInstant()))
                    .events();
        } else {
            return back(id, redirect, words, "console.webhooks.replay.nothing");
        }
        return back(id, redirect, words, "console.webhooks.replayed", count);
    }

    private static Sent sent(SendOutcome outcome) {
        return switch (outcome) {
            case Sent sent -> sent;
            case SendOutcome.Refused refused -> throw WebhookRefusals.problem(refused);
        };
    }

    private String back(long id, RedirectAttributes redirect, Words words, String key, Object... args) {
        flash(redirect, words.word(key, args));
        return "redirect:" + WebhooksPage.LIST + "/" + id;
    }

    private static void flash(RedirectAttributes redirect, String text) {
        redirect.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, text));
    }
}
