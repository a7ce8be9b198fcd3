package kr.dochak.console.orders;

import jakarta.servlet.http.HttpServletResponse;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.Reveal;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.OrderTopic;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** 추적: the whole story of one order. */
@Controller
@Framed(nav = "order-list", title = "console.orders.title")
class TracePage {

    private final Traces traces;
    private final People people;

    TracePage(Traces traces, People people) {
        this.traces = traces;
        this.people = people;
    }

    @GetMapping("/console/orders/{id}")
    String trace(@PathVariable OrderId id, @AuthenticationPrincipal StaffMember staff, Frame frame, Model model) {
        fill(id, staff, frame, model);
        return "console/trace";
    }

    /** The part of the page that changes while the order is on its way. */
    @GetMapping("/console/orders/{id}/live-fragment")
    String fragment(@PathVariable OrderId id, @AuthenticationPrincipal StaffMember staff, Frame frame, Model model) {
        fill(id, staff, frame, model);
        model.addAttribute("again", true);
        return "console/trace-live";
    }

    /** Answers with the page itself: what was revealed is neither in an address nor in a session. */
    @PostMapping("/console/orders/{id}/reveal")
    @Transactional
    String reveal(
            @PathVariable OrderId id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffMember staff,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Frame frame,
            HttpServletResponse response,
            Model model) {
        OrderSummary order = traces.order(id, staff).summary();
        if (reason.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("missing", true);
        } else {
            model.addAttribute(
                    "revealed",
                    new Revealed(
                            shown(people.reveal(order.personId(), staff, reason), "identity.problem.no-person"),
                            shown(
                                    people.revealRecipient(order.personId(), order.recipientId(), staff, reason),
                                    "identity.problem.no-recipient")));
        }
        fill(id, staff, frame, model);
        return fragment ? "console/customer" : "console/trace";
    }

    private void fill(OrderId id, StaffMember staff, Frame frame, Model model) {
        Trace trace = traces.of(id, staff, frame.words(), frame.now());
        model.addAttribute(
                "frame",
                frame.titled("console.trace.title", trace.order().summary().orderNo()));
        model.addAttribute("trace", trace);
        model.addAttribute("mayCases", staff.may(StaffMember.Role.AGENT));
        model.addAttribute("topic", OrderTopic.of(id));
    }

    private static <T> T shown(Reveal<T> reveal, String unknown) {
        return switch (reveal) {
            case Reveal.Revealed<T> revealed -> revealed.value();
            case Reveal.NoReason<T> silent -> throw Problem.invalid("reason", "required", "identity.problem.reason");
            case Reveal.Unknown<T> none -> throw Problem.notFound(unknown);
        };
    }
}
