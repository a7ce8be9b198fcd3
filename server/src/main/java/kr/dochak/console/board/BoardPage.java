package kr.dochak.console.board;

import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.pages.Framed;
import kr.dochak.webhooks.Endpoint;
import kr.dochak.webhooks.Webhooks;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 상황판: what to take in hand first (INS-1). */
@Controller
@Framed(nav = "board", title = "console.board.title")
class BoardPage {

    private final Boards boards;
    private final Webhooks webhooks;

    BoardPage(Boards boards, Webhooks webhooks) {
        this.boards = boards;
        this.webhooks = webhooks;
    }

    /** Agents have no board; for them the console begins with their queue. */
    static boolean mayWatch(StaffMember staff) {
        return staff.may(Role.OPERATOR) || staff.may(Role.LEAD);
    }

    @GetMapping("/console")
    String page(@AuthenticationPrincipal StaffMember staff, Model model) {
        if (!mayWatch(staff)) {
            return "redirect:/console/cases";
        }
        fill(staff, model);
        return "console/board";
    }

    /** The live part of it. */
    @GetMapping("/console/board")
    String fragment(@AuthenticationPrincipal StaffMember staff, Model model) {
        fill(staff, model);
        return "console/board-live";
    }

    /** What the bell stands for: for agents their own cases, for operators what is late. */
    @GetMapping("/console/inbox")
    String inbox(@AuthenticationPrincipal StaffMember staff) {
        return staff.may(Role.AGENT) ? "redirect:/console/cases?view=mine" : "redirect:/console/shipments?show=DELAYED";
    }

    private void fill(StaffMember staff, Model model) {
        model.addAttribute("board", boards.of(staff.tenantId()));
        model.addAttribute("mayCases", staff.may(Role.AGENT));
        model.addAttribute(
                "stoppedWebhooks", webhooks.counts(staff.tenantId()).getOrDefault(Endpoint.State.DISABLED, 0));
        model.addAttribute("mayWebhooks", staff.may(Role.ADMIN));
    }
}
