package kr.dochak.console.shipments;

import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Framed;
import kr.dochak.promise.causes.Situation;
import kr.dochak.promise.causes.Situations;
import kr.dochak.shared.Keyset;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 끝난 상황: what was behind many late promises and is over, each with the promises that were behind it last. */
@Controller
@Framed(nav = "shipments", title = "console.situations.title")
class SituationsPage {

    static final String PATH = "/console/shipments/situations";

    private static final int PAGE = 50;

    private final Situations situations;

    SituationsPage(Situations situations) {
        this.situations = situations;
    }

    @GetMapping(PATH)
    String ended(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Keyset<Situation> page = situations.ended(staff.tenantId(), after, PAGE);
        model.addAttribute("ended", page.items());
        model.addAttribute("first", after == null ? null : PATH);
        model.addAttribute("next", page.next() == null ? null : PATH + "?after=" + page.next());
        return "console/situations";
    }
}
