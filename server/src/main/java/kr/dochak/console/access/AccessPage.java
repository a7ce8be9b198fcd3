package kr.dochak.console.access;

import java.util.Objects;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.access.StaffAccess;
import kr.dochak.identity.vault.People;
import kr.dochak.pages.Framed;
import kr.dochak.shared.Keyset;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every look of a mall's staff at a person, for its leads. */
@Controller
@Framed(nav = "access", title = "console.access.title")
class AccessPage {

    private static final int PAGE = 50;

    private final People people;

    AccessPage(People people) {
        this.people = people;
    }

    @GetMapping("/console/access")
    String page(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Keyset<StaffAccess> looks = people.accesses(staff.tenantId(), after, PAGE);
        model.addAttribute("looks", looks.items());
        model.addAttribute(
                "names",
                people.maskedNames(looks.items().stream()
                        .map(StaffAccess::personId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
        model.addAttribute("first", after == null ? null : "/console/access");
        model.addAttribute("next", looks.next() == null ? null : "/console/access?after=" + looks.next());
        return "console/access";
    }
}
