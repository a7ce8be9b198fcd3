package kr.dochak.console.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.security.SecurityEvent;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who tried what at the doors, for administrators (ASVS 16.3). */
@Controller
@Framed(nav = "account", title = "console.security.title")
class SecurityPage {

    private static final String AT = "/console/security";
    private static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 60;

    private final SecurityLog log;
    private final Staff staff;

    SecurityPage(SecurityLog log, Staff staff) {
        this.log = log;
        this.staff = staff;
    }

    @GetMapping(AT)
    String list(
            Frame frame,
            @AuthenticationPrincipal StaffMember reader,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Words words = frame.words();
        String text = q.strip().length() > LONGEST_SEARCH ? q.strip().substring(0, LONGEST_SEARCH) : q.strip();
        Keyset<SecurityEvent> page =
                log.page(reader.tenantId(), kind, outcome, text.isEmpty() ? null : text, after, PAGE);
        String next = page.next();
        model.addAttribute("rows", SecurityRow.of(page.items(), staff, frame));
        model.addAttribute("chips", chips(kind, outcome, text, words));
        model.addAttribute("kinds", kinds(kind, words));
        model.addAttribute("kind", kind == null ? "" : kind.name());
        model.addAttribute("outcome", outcome == null ? "" : outcome.name());
        model.addAttribute("query", text);
        model.addAttribute("narrowed", kind != null || outcome != null || !text.isEmpty());
        model.addAttribute("first", after == null ? null : href(kind, outcome, text, null));
        model.addAttribute("next", next == null ? null : href(kind, outcome, text, next));
        model.addAttribute("tabs", AccountTabs.of(AT, reader, words));
        return "console/security";
    }

    private static List<Tab> chips(@Nullable Kind kind, @Nullable Outcome chosen, String text, Words words) {
        List<Tab> chips = new ArrayList<>();
        chips.add(new Tab(words.word("console.security.all"), href(kind, null, text, null), chosen == null));
        for (Outcome each : Outcome.values()) {
            chips.add(new Tab(
                    words.word("console.security.outcome." + each), href(kind, each, text, null), chosen == each));
        }
        return chips;
    }

    private static List<Field.Option> kinds(@Nullable Kind chosen, Words words) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("", words.word("console.security.kind.all")));
        Arrays.stream(Kind.values())
                .forEach(each ->
                        options.add(new Field.Option(each.name(), words.word("console.security.kind." + each))));
        return options;
    }

    private static String href(@Nullable Kind kind, @Nullable Outcome outcome, String text, @Nullable String after) {
        UriComponentsBuilder to = UriComponentsBuilder.fromPath(AT);
        if (kind != null) {
            to.queryParam("kind", kind);
        }
        if (outcome != null) {
            to.queryParam("outcome", outcome);
        }
        if (!text.isEmpty()) {
            to.queryParam("q", "{q}").uriVariables(Map.of("q", text));
        }
        if (after != null) {
            to.queryParam("after", after);
        }
        return to.encode().toUriString();
    }
}
