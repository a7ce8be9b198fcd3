package kr.dochak.console;

import jakarta.servlet.http.HttpServletRequest;
import kr.dochak.identity.StaffMember;
import kr.dochak.promise.areas.Areas;
import kr.dochak.shared.Frames;
import kr.dochak.tracking.carriers.asking.Integrations;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 연동: how the outside systems are doing that tell us about parcels, and what they said that nobody understands (TRK-5). */
@Controller
class IntegrationsController {

    private final Integrations integrations;
    private final Areas areas;
    private final Frames frames;

    IntegrationsController(Integrations integrations, Areas areas, Frames frames) {
        this.integrations = integrations;
        this.areas = areas;
        this.frames = frames;
    }

    @GetMapping("/console/integrations")
    String page(@AuthenticationPrincipal StaffMember staff, HttpServletRequest request, Model model) {
        model.addAttribute("frame", frames.console(request, "integrations", "console.integrations.title"));
        model.addAttribute("health", integrations.health(staff.tenantId()));
        model.addAttribute("areas", areas.health());
        return "console/integrations";
    }
}
