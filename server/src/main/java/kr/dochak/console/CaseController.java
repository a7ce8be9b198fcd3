package kr.dochak.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kr.dochak.care.CaseFilter;
import kr.dochak.care.Cases;
import kr.dochak.care.SupportCase;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.Frame;
import kr.dochak.shared.Frames;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.LiveTopics;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 상담: the queue, and one case beside it. */
@Controller
class CaseController {

    private static final int PAGE = 40;

    private final Cases cases;
    private final CasePages pages;
    private final Frames frames;

    CaseController(Cases cases, CasePages pages, Frames frames) {
        this.cases = cases;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping("/console/cases")
    String queue(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            Model model) {
        Frame frame = frames.console(request, "care", "console.cases.title");
        model.addAttribute("frame", frame);
        fillQueue(staff, CaseQueueView.named(view), q, after, frame, model);
        return "console/cases";
    }

    @GetMapping("/console/cases/{id}")
    String page(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "0") long reply,
            @AuthenticationPrincipal StaffMember staff,
            HttpServletRequest request,
            Model model) {
        Frame frame = frames.console(request, "care", "console.cases.title");
        CasePage page = pages.of(id, staff, frame.words());
        Frame named =
                frames.console(request, "care", "console.case.title", page.one().caseNo());
        model.addAttribute("frame", named);
        model.addAttribute("page", page);
        model.addAttribute("draft", draft(page, reply));
        model.addAttribute("topic", LiveTopics.supportCase(id));
        fillQueue(staff, CaseQueueView.named(view), "", null, named, model);
        return "console/case";
    }

    /** What was said, for the page that hears of something new. */
    @GetMapping("/console/cases/{id}/conversation")
    String conversation(
            @PathVariable long id,
            @AuthenticationPrincipal StaffMember staff,
            HttpServletRequest request,
            Model model) {
        Frame frame = frames.console(request, "care", "console.cases.title");
        model.addAttribute("frame", frame);
        model.addAttribute("page", pages.of(id, staff, frame.words()));
        return "console/case-conversation";
    }

    private static String draft(CasePage page, long reply) {
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
