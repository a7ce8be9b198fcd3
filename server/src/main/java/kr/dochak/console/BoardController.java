package kr.dochak.console;

import jakarta.servlet.http.HttpServletRequest;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.Frames;
import kr.dochak.webhooks.Endpoint;
import kr.dochak.webhooks.Webhooks;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 상황판: what to take in hand first (INS-1). */
@Controller
class BoardController {

    private final Boards boards;
    private final Webhooks webhooks;
    private final Frames frames;

    BoardController(Boards boards, Webhooks webhooks, Frames frames) {
        this.boards = boards;
        this.webhooks = webhooks;
        this.frames = frames;
    }

    /** Agents have no board; for them the console begins with their queue. */
    static boolean mayWatch(StaffMember staff) {
        return staff.may(Role.OPERATOR) || staff.may(Role.LEAD);
    }

    @GetMapping("/console")
    String page(@AuthenticationPrincipal StaffMember staff, HttpServletRequest request, Model model) {
        if (!mayWatch(staff)) {
            return "redirect:/console/cases";
        }
        fill(staff, request, model);
        return "console/board";
    }

    /** The live part of it. */
    @GetMapping("/console/board")
    String fragment(@AuthenticationPrincipal StaffMember staff, HttpServletRequest request, Model model) {
        fill(staff, request, model);
        return "console/board-live";
    }

    /** What the bell stands for: for agents their own cases, for operators what is late. */
    @GetMapping("/console/inbox")
    String inbox(@AuthenticationPrincipal StaffMember staff) {
        return staff.may(Role.AGENT) ? "redirect:/console/cases?view=mine" : "redirect:/console/shipments?show=DELAYED";
    }

    private void fill(StaffMember staff, HttpServletRequest request, Model model) {
        model.addAttribute("frame", frames.console(request, "board", "console.board.title"));
        model.addAttribute("board", boards.of(staff.tenantId()));
        model.addAttribute("mayCases", staff.may(Role.AGENT));
        model.addAttribute(
                "stoppedWebhooks", webhooks.counts(staff.tenantId()).getOrDefault(Endpoint.State.DISABLED, 0));
        model.addAttribute("mayWebhooks", staff.may(Role.ADMIN));
    }
}
