package kr.dochak.console.windows;

import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.promise.areas.Areas;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 지역 경보: which warnings stand, how many promises have their province before them, and what such warnings cost (PRM-1). */
@Controller
@Framed(nav = "windows", title = "console.windows.title")
class AreasPage {

    private final Areas areas;
    private final WindowTabs tabs;

    AreasPage(Areas areas, WindowTabs tabs) {
        this.areas = areas;
        this.tabs = tabs;
    }

    @GetMapping(WindowTabs.AREAS)
    String page(@AuthenticationPrincipal StaffMember member, Frame frame, Model model) {
        model.addAttribute("tabs", tabs.of(WindowTabs.AREAS, member, frame.words()));
        model.addAttribute("told", areas.areReceived());
        model.addAttribute("standing", areas.standing(member.tenantId()));
        model.addAttribute("health", areas.health());
        return "console/windows-areas";
    }
}
