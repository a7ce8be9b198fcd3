package kr.dochak.console.webhooks;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import kr.dochak.webhooks.Delivery;
import kr.dochak.webhooks.Delivery.State;
import kr.dochak.webhooks.Endpoint;
import kr.dochak.webhooks.WebhookDeliveries;
import kr.dochak.webhooks.WebhookRefusals;
import kr.dochak.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One endpoint: how well it is, what was sent to it, and the questions asked before something cannot be undone. */
@Controller
@Framed(nav = "webhooks", title = "console.webhooks.one")
class WebhookPage {

    private static final int PAGE = 30;

    private final Webhooks webhooks;
    private final WebhookDeliveries deliveries;
    private final InstantSource clock;

    WebhookPage(Webhooks webhooks, WebhookDeliveries deliveries, InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * @param ask what is about to be done and asked about first: remove, secret, or a replay of {@code sequence} or of the
     *     time from {@code from} to {@code to}
     */
    @GetMapping("/console/webhooks/{id}")
    String page(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable State show,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String ask,
            @RequestParam(required = false) @Nullable Long sequence,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime to,
            Frame frame,
            Model model) {
        MallId tenant = staff.tenantId();
        Endpoint endpoint = webhooks.find(tenant, id).orElseThrow(WebhookRefusals::unknown);
        Keyset<Delivery> page = deliveries.list(tenant, id, show, after, PAGE).orElseThrow(WebhookRefusals::unknown);
        String next = page.next();
        model.addAttribute("endpoint", endpoint);
        model.addAttribute("rows", page.items());
        model.addAttribute("chips", chips(id, show, frame.words()));
        model.addAttribute("ask", ask);
        model.addAttribute(
                "one",
                sequence == null ? null : deliveries.find(tenant, id, sequence).orElse(null));
        model.addAttribute(
                "body",
                sequence == null ? null : deliveries.body(tenant, id, sequence).orElse(null));
        range(endpoint, from, to, model);
        model.addAttribute("first", after == null ? null : href(id, show, null));
        model.addAttribute("next", next == null ? null : href(id, show, next));
        return "console/webhook";
    }

    /** By default what it may have missed: since it was stopped or began to fail, else the last day. */
    private void range(Endpoint endpoint, @Nullable LocalDateTime from, @Nullable LocalDateTime to, Model model) {
        LocalDateTime now = local(clock.instant()).plusMinutes(1);
        model.addAttribute("from", from == null ? usualStart(endpoint) : from);
        model.addAttribute("to", to == null ? now : to);
        model.addAttribute("inRange", from == null || to == null ? -1 : count(endpoint, from, to));
    }

    private int count(Endpoint endpoint, LocalDateTime from, LocalDateTime to) {
        return deliveries.inRange(
                endpoint.tenantId(),
                endpoint.id(),
                from.atZone(Seoul.ZONE).toInstant(),
                to.atZone(Seoul.ZONE).toInstant());
    }

    private LocalDateTime usualStart(Endpoint endpoint) {
        if (endpoint.failingSince() != null) {
            return local(endpoint.failingSince());
        }
        return endpoint.state() == Endpoint.State.ACTIVE
                ? local(clock.instant()).minusDays(1)
                : local(endpoint.stateAt());
    }

    private static LocalDateTime local(java.time.Instant at) {
        return Seoul.at(at).toLocalDateTime().withSecond(0).withNano(0);
    }

    private static List<Tab> chips(long id, @Nullable State chosen, Words words) {
        List<Tab> chips = new ArrayList<>();
        chips.add(new Tab(words.word("console.webhooks.all"), href(id, null, null), chosen == null));
        for (State state : State.values()) {
            chips.add(
                    new Tab(words.word("console.webhooks.delivery." + state), href(id, state, null), chosen == state));
        }
        return chips;
    }

    private static String href(long id, @Nullable State show, @Nullable String after) {
        String path = WebhooksPage.LIST + "/" + id;
        String narrowed = show == null ? path : path + "?show=" + show;
        return after == null ? narrowed : narrowed + (show == null ? "?" : "&") + "after=" + after;
    }
}
