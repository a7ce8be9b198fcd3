package kr.dochak.console.board;

import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.opening.Openings;
import kr.dochak.pages.Fragment;
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
    private final Openings openings;

    BoardPage(Boards boards, Webhooks webhooks, Openings openings) {
        this.openings = openings;
        this.boards = boards;
        this.webhooks = webhooks;
    }

    /** Agents have no board; for them the console begins with their queue. */
    static boolean mayWatch(StaffMember staff) {
        return staff.may(Right.BOARD_SEE);
    }

    @GetMapping("/console")
    String page(@AuthenticationPrincipal StaffMember staff, Model model) {
        if (!mayWatch(staff)) {
            return "redirect:" + firstPage(staff);
        }
        fill(staff, model);
        model.addAttribute(
                "opening",
                staff.may(Right.STAFF_SET) ? openings.underWay(staff.tenantId()).orElse(null) : null);
        return "console/board";
    }

    /** Where the day begins for those who have no board: with what they may do, else with their own account. */
    static String firstPage(StaffMember staff) {
        if (staff.may(Right.CASES_SEE)) {
            return "/console/cases";
        }
        if (staff.may(Right.TASKS_WORK)) {
            return "/console/tasks";
        }
        return staff.may(Right.WINDOWS_SEE) ? "/console/windows" : "/console/sessions";
    }

    /** The live part of it. */
    @Fragment(of = "/console")
    @GetMapping("/console/board")
    String fragment(@AuthenticationPrincipal StaffMember staff, Model model) {
        fill(staff, model);
        return "console/board-live";
    }

    private void fill(StaffMember staff, Model model) {
        model.addAttribute("board", boards.of(staff.tenantId()));
        model.addAttribute("mayCases", staff.may(Right.CASES_SEE));
        model.addAttribute(
                "stoppedWebhooks", webhooks.counts(staff.tenantId()).getOrDefault(Endpoint.State.DISABLED, 0));
        model.addAttribute("mayWebhooks", staff.may(Right.WEBHOOKS_SET));
    }
}
