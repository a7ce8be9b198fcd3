package kr.dochak.console.cases;

import java.util.List;
import kr.dochak.care.CaseTopic;
import kr.dochak.care.Cases;
import kr.dochak.care.record.CaseFilter;
import kr.dochak.care.record.SupportCase;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.Keyset;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 상담: the queue, and one case beside it. */
@Controller
@Framed(nav = "care", title = "console.cases.title")
class CasesPage {

    private static final int PAGE = 40;

    private final Cases cases;
    private final CaseViews pages;

    CasesPage(Cases cases, CaseViews pages) {
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping("/console/cases")
    String queue(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Model model) {
        fillQueue(staff, CaseQueueView.named(view), q, after, frame, model);
        return "console/cases";
    }

    @GetMapping("/console/cases/{id}")
    String page(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "0") long reply,
            @AuthenticationPrincipal StaffMember staff,
            Frame frame,
            Model model) {
        CaseView page = pages.of(id, staff, frame.words(), frame.now());
        model.addAttribute(
                "frame", frame.titled("console.case.title", page.one().caseNo()));
        model.addAttribute("page", page);
        model.addAttribute("draft", draft(page, reply));
        model.addAttribute("topic", CaseTopic.of(id));
        fillQueue(staff, CaseQueueView.named(view), "", null, frame, model);
        return "console/case";
    }

    /** What was said, for the page that hears of something new. */
    @GetMapping("/console/cases/{id}/conversation")
    String conversation(@PathVariable CaseId id, @AuthenticationPrincipal StaffMember staff, Frame frame, Model model) {
        model.addAttribute("page", pages.of(id, staff, frame.words(), frame.now()));
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
            StaffMember staff, CaseQueueView view, String q, @Nullable String after, Frame frame, Model model) {
        CaseFilter filter = view.filter(staff);
        Keyset<SupportCase> page = cases.queue(q.isBlank() ? filter : filter.numbered(q.strip()), after, PAGE);
        List<SupportCase> items = page.items();
        String next = page.next();
        model.addAttribute("queue", items);
        model.addAttribute("tabs", view.tabs(cases.figures(staff.tenantId()), frame.words()));
        model.addAttribute("view", view.name().toLowerCase(java.util.Locale.ROOT));
        model.addAttribute("q", q);
        model.addAttribute("first", after == null ? null : view.href());
        model.addAttribute("next", next == null ? null : view.href() + "&after=" + next);
    }
}
