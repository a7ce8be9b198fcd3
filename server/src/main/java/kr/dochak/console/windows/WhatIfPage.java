package kr.dochak.console.windows;

import java.util.List;
import kr.dochak.identity.Right;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.promise.Promises;
import kr.dochak.promise.windows.PromisedDay;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 약속 고르기: how sure to be of the day that is promised, on last month's orders (PRM-1). Leads and admins choose. */
@Controller
@Framed(nav = "windows", title = "console.windows.title")
class WhatIfPage {

    private static final int HISTORY = 10;

    private final WhatIfs whatIfs;
    private final Promises promises;
    private final Staff staff;
    private final WindowTabs tabs;

    WhatIfPage(WhatIfs whatIfs, Promises promises, Staff staff, WindowTabs tabs) {
        this.whatIfs = whatIfs;
        this.promises = promises;
        this.staff = staff;
        this.tabs = tabs;
    }

    @GetMapping(WindowTabs.WHAT_IF)
    String page(@AuthenticationPrincipal StaffMember member, Frame frame, Model model) {
        int present = promises.promisedQuantile(member.tenantId());
        model.addAttribute("tabs", tabs.of(WindowTabs.WHAT_IF, member, frame.words()));
        WhatIf whatIf = whatIfs.of(member.tenantId(), present);
        model.addAttribute("whatIf", whatIf);
        model.addAttribute("lanes", whatIfs.lanes(member.tenantId(), present, whatIf));
        model.addAttribute("present", present);
        model.addAttribute("mayChoose", member.may(Right.WINDOWS_SET));
        model.addAttribute("history", history(member.tenantId()));
        return "console/windows-what-if";
    }

    /** Holds for orders from now on; undone by choosing again. */
    @PostMapping(WindowTabs.WHAT_IF)
    String choose(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam int quantile,
            Words words,
            RedirectAttributes redirect) {
        int before = promises.promisedQuantile(member.tenantId());
        if (before != quantile && !promises.choosePromisedQuantile(member, quantile)) {
            throw Problem.badRequest("quantile", "promise.problem.quantile", PromisedDay.LEAST, PromisedDay.MOST);
        }
        String flash = words.word("console.windows.chosen", quantile, before);
        redirect.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, flash));
        return "redirect:" + WindowTabs.WHAT_IF;
    }

    private List<WhatIf.Chosen> history(MallId tenantId) {
        return promises.promiseChoices(tenantId, HISTORY).stream()
                .map(choice -> new WhatIf.Chosen(
                        choice,
                        staff.byId(choice.staffId()).map(StaffMember::name).orElse("")))
                .toList();
    }
}
