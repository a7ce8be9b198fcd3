package kr.dochak.console.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
import kr.dochak.pages.Typed;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.Words;
import kr.dochak.webhooks.Endpoint;
import kr.dochak.webhooks.Endpoint.State;
import kr.dochak.webhooks.EndpointOutcome;
import kr.dochak.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** 웹훅: where the mall's own systems hear of things. */
@Controller
class WebhooksPage {

    static final String LIST = "/console/webhooks";
    private static final int PAGE = 20;

    private final Webhooks webhooks;

    WebhooksPage(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Framed(nav = "webhooks", title = "console.webhooks.title")
    @GetMapping(LIST)
    String list(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Words words,
            Model model) {
        String text = q.isBlank() ? null : Typed.search(q);
        Keyset<Endpoint> page = webhooks.list(staff.tenantId(), state, text, after, PAGE);
        Map<State, Integer> counts = webhooks.counts(staff.tenantId());
        String next = page.next();
        model.addAttribute("rows", page.items());
        model.addAttribute("chips", chips(state, q, counts, words));
        model.addAttribute("query", q);
        model.addAttribute("chosen", state == null ? "" : state.name());
        model.addAttribute("none", counts.isEmpty());
        model.addAttribute("first", after == null ? null : href(state, q, null));
        model.addAttribute("next", next == null ? null : href(state, q, next));
        return "console/webhooks";
    }

    private static List<Tab> chips(@Nullable State chosen, String q, Map<State, Integer> counts, Words words) {
        List<Tab> chips = new ArrayList<>();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        chips.add(new Tab(words.word("console.webhooks.all"), href(null, q, null), chosen == null, all));
        for (State state : State.values()) {
            String label = words.word("console.webhooks.state." + state);
            chips.add(new Tab(label, href(state, q, null), chosen == state, counts.getOrDefault(state, 0)));
        }
        return chips;
    }

    private static String href(@Nullable State state, String q, @Nullable String after) {
        UriComponentsBuilder to = UriComponentsBuilder.fromPath(LIST);
        if (state != null) {
            to.queryParam("state", state.name());
        }
        if (!q.isBlank()) {
            to.queryParam("q", "{q}").uriVariables(Map.of("q", q));
        }
        if (after != null) {
            to.queryParam("after", after);
        }
        return to.encode().toUriString();
    }

    @Framed(nav = "webhooks", title = "console.webhooks.new")
    @GetMapping(LIST + "/new")
    String fresh(Model model) {
        return form(WebhookForm.empty(), model);
    }

    @Framed(nav = "webhooks", title = "console.webhooks.new")
    @PostMapping(LIST)
    String register(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(required = false) @Nullable List<String> events,
            RedirectAttributes redirect,
            Model model) {
        List<String> wanted = events == null ? List.of() : events;
        return switch (webhooks.register(staff.tenantId(), url, description, wanted)) {
            case EndpointOutcome.Done made -> {
                redirect.addFlashAttribute("secret", made.secret());
                yield "redirect:" + LIST + "/" + made.endpoint().id();
            }
            case EndpointOutcome.Refused refused ->
                form(new WebhookForm(url, description, wanted, List.of()).refused(refused), model);
        };
    }

    private String form(WebhookForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("action", LIST);
        model.addAttribute("back", LIST);
        return "console/webhook-form";
    }
}
