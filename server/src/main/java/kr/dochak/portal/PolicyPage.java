package kr.dochak.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kr.dochak.compensation.Compensations;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is given for broken promises, for everybody to read: made of the rules that hold now (ASR-4). */
@Controller
@Framed(nav = "benefits", title = "portal.policy.title")
class PolicyPage {

    private final Compensations compensations;
    private final Malls malls;

    PolicyPage(Compensations compensations, Malls malls) {
        this.compensations = compensations;
        this.malls = malls;
    }

    @GetMapping("/policy/compensation")
    String compensation(
            HttpServletRequest request,
            Words words,
            @AuthenticationPrincipal @Nullable CustomerLogin customer,
            @RequestParam(required = false) @Nullable String mall,
            Model model) {
        List<Mall> all = malls.all();
        Mall chosen =
                malls.byCode(mall).orElseGet(() -> customer == null ? all.getFirst() : malls.byId(customer.tenantId()));
        request.setAttribute(PortalFacts.MALL, chosen.tenantId());
        boolean english = words.english();
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
