package kr.dochak.console.tasks;

import java.util.List;
import java.util.Objects;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.vault.People;
import kr.dochak.messaging.DeliveryFigures.UnreachedNotice;
import kr.dochak.messaging.Messages;
import kr.dochak.orders.Orders;
import kr.dochak.pages.Framed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Notices of the last day to which no way led: safety numbers without mail, land lines, numbers that take nothing. */
@Controller
@Framed(nav = "tasks", title = "console.unreached.title")
class UnreachedPage {

    private static final int MOST = 200;

    private final Messages messages;
    private final Orders orders;
    private final People people;

    UnreachedPage(Messages messages, Orders orders, People people) {
        this.messages = messages;
        this.orders = orders;
        this.people = people;
    }

    @GetMapping("/console/tasks/unreached")
    String page(@AuthenticationPrincipal StaffMember staff, Model model) {
        List<UnreachedNotice> notices = messages.unreachedNotices(staff.tenantId(), MOST);
        model.addAttribute("notices", notices);
        model.addAttribute(
                "orders",
                orders.summaries(notices.stream()
                        .map(UnreachedNotice::orderId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
        model.addAttribute(
                "names",
                people.maskedNames(notices.stream()
                        .map(UnreachedNotice::personId)
                        .distinct()
                        .toList()));
        return "console/unreached";
    }
}
