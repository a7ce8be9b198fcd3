package kr.dochak.console.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.dochak.care.CaseTopic;
import kr.dochak.care.Cases;
import kr.dochak.care.record.CaseFilter;
import kr.dochak.care.record.CaseType;
import kr.dochak.care.record.SupportCase;
import kr.dochak.console.access.RevealRules;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.access.Reveal;
import kr.dochak.identity.teams.Teams;
import kr.dochak.pages.Fragment;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Typed;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.Keyset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 상담: the queue, and one case beside it. */
@Controller
@Framed(nav = "care", title = "console.cases.title")
class CasesPage {

    private static final int PAGE = 40;

    private final Cases cases;
    private final CaseViews pages;
    private final Teams teams;
    private final TeamTurn turn;

    CasesPage(Cases cases, CaseViews pages, Teams teams, TeamTurn turn) {
        this.cases = cases;
        this.pages = pages;
        this.teams = teams;
        this.turn = turn;
    }

    @GetMapping("/console/cases")
    String queue(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Model model) {
        fillQueue(staff, CaseQueueView.named(view), Typed.search(q), type, after, frame, model);
        return "console/cases";
    }

    @GetMapping("/console/cases/{id}")
    String page(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "0") long reply,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal StaffMember staff,
            Frame frame,
            Model model) {
        CaseView page = pages.of(id, staff, before, frame.words(), frame.now());
        model.addAttribute(
                "frame", frame.titled("console.case.title", page.one().caseNo()));
        model.addAttribute("page", page);
        model.addAttribute("before", before);
        model.addAttribute("teams", turn.able(page.one().tenantId(), Right.CASES_WORK));
        model.addAttribute("draft", draft(page, reply));
        model.addAttribute("topic", CaseTopic.of(id));
        fillQueue(staff, CaseQueueView.named(view), "", "", null, frame, model);
        return "console/case";
    }

    /** Answers with the page itself: the number is neither in an address nor in a session, and the look is logged. */
    @PostMapping("/console/cases/{id}/phone")
    String phone(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffMember staff,
            HttpServletResponse response,
            Frame frame,
            Model model) {
        Reveal<String> phone = pages.phone(id, staff, kind, reason);
        Optional<String> refusal = RevealRules.refusal(phone, "identity.problem.no-person", frame.words(), frame.now());
        if (refusal.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refusal", refusal.get());
        } else if (phone instanceof Reveal.Revealed<String> shown) {
            model.addAttribute("phone", shown.value());
        }
        return page(id, "", 0, null, staff, frame, model);
    }

    /** Answers with the page itself, where what is hidden stands in the clear once. */
    @PostMapping("/console/cases/{id}/originals")
    String originals(
            @PathVariable CaseId id,
            @RequestParam(name = "typed-kind", defaultValue = "") String kind,
            @RequestParam(name = "typed-reason", defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal StaffMember staff,
            HttpServletResponse response,
            Frame frame,
            Model model) {
        Reveal<Map<Long, String>> typed = pages.asTyped(id, staff, before, kind, reason);
        Optional<String> refusal = RevealRules.refusal(typed, "identity.problem.no-person", frame.words(), frame.now());
        if (refusal.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("hiddenRefusal", refusal.get());
        } else if (typed instanceof Reveal.Revealed<Map<Long, String>> shown) {
            model.addAttribute("typed", shown.value());
        }
        return page(id, "", 0, before, staff, frame, model);
    }

    /** What was said, for the page that hears of something new. */
    @Fragment(of = "/console/cases/{id}")
    @GetMapping("/console/cases/{id}/conversation")
    String conversation(
            @PathVariable CaseId id,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal StaffMember staff,
            Frame frame,
            Model model) {
        model.addAttribute("page", pages.of(id, staff, before, frame.words(), frame.now()));
        model.addAttribute("before", before);
        return "console/case-conversation";
    }

    private static String draft(CaseView page, long reply) {
        return page.replies().stream()
                .filter(each -> each.templateId() == reply)
                .map(each -> each.text())
                .findFirst()
                .orElse("");
    }

    private void fillQueue(
            StaffMember staff,
            CaseQueueView view,
            String q,
            String type,
            @Nullable String after,
            Frame frame,
            Model model) {
        CaseType chosen = Stream.of(CaseType.values())
                .filter(each -> each.name().equals(type))
                .findFirst()
                .orElse(null);
        Set<Long> team = teams.together(staff);
        CaseFilter filter = view.filter(staff, team).ofType(chosen);
        Keyset<SupportCase> page =
                cases.queue(q.isBlank() ? filter : pages.found(filter, staff, q.strip()), after, PAGE);
        String next = page.next();
        String here = UriComponentsBuilder.fromUriString(view.href())
                .queryParam("type", type)
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(q)
                .toUriString();
        model.addAttribute("queue", page.items());
        model.addAttribute("came", pages.came(page.items()));
        model.addAttribute("tabs", view.tabs(cases.figures(staff.sight()), !team.isEmpty(), frame.words()));
        model.addAttribute("view", view.name().toLowerCase(java.util.Locale.ROOT));
        model.addAttribute("q", q);
        model.addAttribute("type", chosen == null ? "" : chosen.name());
        model.addAttribute("first", after == null ? null : here);
        model.addAttribute("next", next == null ? null : here + "&after=" + next);
    }
}
