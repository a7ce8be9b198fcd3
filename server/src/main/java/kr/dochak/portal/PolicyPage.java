package kr.dochak.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kr.dochak.compensation.Compensations;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.shared.Frame;
import kr.dochak.shared.Frames;
import kr.dochak.shared.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is given for broken promises, for everybody to read: made of the rules that hold now (ASR-4). */
@Controller
class PolicyPage {

    private final Frames frames;
    private final Compensations compensations;
    private final Malls malls;

    PolicyPage(Frames frames, Compensations compensations, Malls malls) {
        this.frames = frames;
        this.compensations = compensations;
        this.malls = malls;
    }

    @GetMapping("/policy/compensation")
    String compensation(
            HttpServletRequest request,
            @AuthenticationPrincipal @Nullable CustomerLogin customer,
            @RequestParam(required = false) @Nullable String mall,
            Model model) {
        List<Mall> all = malls.all();
        Mall chosen =
                malls.byCode(mall).orElseGet(() -> customer == null ? all.getFirst() : malls.byId(customer.tenantId()));
        request.setAttribute(PortalFacts.MALL, chosen.tenantId());
        Frame frame = frames.portal(request, "benefits", "portal.policy.title");
        boolean english = frame.words().english();
        model.addAttribute("frame", frame);
        model.addAttribute(
                "rules",
                compensations.rules(chosen.tenantId()).stream()
                        .map(rule -> english ? rule.english() : rule.korean())
                        .toList());
        model.addAttribute(
                "malls",
                all.size() < 2 || customer != null
                        ? List.of()
                        : all.stream()
                                .map(each -> new Tab(each.name(), "?mall=" + each.code(), each.equals(chosen)))
                                .toList());
        return "portal/policy";
    }
}
