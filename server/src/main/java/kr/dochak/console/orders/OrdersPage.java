package kr.dochak.console.orders;

import java.util.List;
import java.util.Map;
import kr.dochak.console.ConsoleWords;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.vault.People;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 주문: the newest first, and one search for everything. */
@Controller
class OrdersPage {

    private static final int PAGE = 50;

    private final Orders orders;
    private final Promises promises;
    private final People people;
    private final Finder finder;

    OrdersPage(Orders orders, Promises promises, People people, Finder finder) {
        this.orders = orders;
        this.promises = promises;
        this.people = people;
        this.finder = finder;
    }

    @Framed(nav = "order-list", title = "console.orders.title")
    @GetMapping("/console/orders")
    String list(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(required = false) @Nullable String after,
            Words words,
            Model model) {
        Keyset<OrderSummary> page = orders.ofMalls(staff.sight(), after, PAGE);
        String next = page.next();
        model.addAttribute("rows", rows(page.items(), words));
        model.addAttribute("first", after == null ? null : "/console/orders");
        model.addAttribute("next", next == null ? null : "/console/orders?after=" + next);
        return "console/orders";
    }

    /** One hit is opened at once; several are listed. */
    @Framed(nav = "order-list", title = "console.search.title")
    @GetMapping("/console/search")
    String search(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String q,
            Frame frame,
            Model model) {
        Found found = finder.find(staff, q, frame);
        if (found.all().size() == 1) {
            return "redirect:" + found.all().getFirst().href();
        }
        model.addAttribute("found", found);
        return "console/search";
    }

    private List<OrderRow> rows(List<OrderSummary> page, Words words) {
        Map<OrderId, List<PromiseView>> promised =
                promises.ofOrders(page.stream().map(OrderSummary::orderId).toList());
        Map<PersonId, String> names = people.maskedNames(
                page.stream().map(OrderSummary::personId).distinct().toList());
        return page.stream()
                .map(order -> new OrderRow(
                        order,
                        ConsoleWords.customer(names, order.personId(), words),
                        promised.getOrDefault(order.orderId(), List.of())))
                .toList();
    }
}
