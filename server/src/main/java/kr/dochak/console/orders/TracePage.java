package kr.dochak.console.orders;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import kr.dochak.console.access.RevealRules;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.access.Reveal;
import kr.dochak.identity.access.RevealReason;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.identity.vault.Recipient;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.OrderTopic;
import kr.dochak.pages.Fragment;
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
    @Fragment(of = "/console/orders/{id}")
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
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffMember staff,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Frame frame,
            HttpServletResponse response,
            Model model) {
        OrderSummary order = traces.order(id, staff).summary();
        RevealReason why = RevealReason.of(kind, reason);
        Reveal<PersonalData> person = people.reveal(order.personId(), staff, why);
        Optional<String> refusal =
                RevealRules.refusal(person, "identity.problem.no-person", frame.words(), frame.now());
        if (refusal.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refusal", refusal.get());
        } else if (person instanceof Reveal.Revealed<PersonalData> shown
                && people.revealRecipient(order.personId(), order.recipientId(), staff, why)
                        instanceof Reveal.Revealed<Recipient> recipient) {
            model.addAttribute(
                    "revealed",
                    new Revealed(
                            shown.value(), recipient.value(), order.request().note()));
        } else {
            throw Problem.notFound("identity.problem.no-recipient");
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
        model.addAttribute("mayCases", staff.may(Right.CASES_SEE));
        model.addAttribute("mayGoodwill", staff.may(Right.CASES_WORK) || staff.may(Right.COMPENSATION_SEE));
        model.addAttribute("mayReveal", staff.may(Right.PERSONS_REVEAL));
        model.addAttribute("mayCorrect", staff.may(Right.PARCELS_CORRECT));
        model.addAttribute("mayRaw", staff.may(Right.INTEGRATIONS_SEE));
        model.addAttribute("topic", OrderTopic.of(id));
    }
}
