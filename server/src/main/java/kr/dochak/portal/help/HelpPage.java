package kr.dochak.portal.help;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.care.Cases;
import kr.dochak.care.CustomerMessage;
import kr.dochak.care.CustomerMessage.Writing;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.care.record.SupportCase;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.vault.People;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.portal.OrderCards;
import kr.dochak.portal.OwnOrders;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customer's inquiries: the list, one conversation, a new one. */
@Controller
class HelpPage {

    private static final int PAGE = 20;
    private static final int ORDERS_OFFERED = 10;

    private final Cases cases;
    private final Conversations conversations;
    private final Orders orders;
    private final OwnOrders own;
    private final MessageReceipts asked;
    private final People people;

    HelpPage(
            Cases cases,
            Conversations conversations,
            Orders orders,
            OwnOrders own,
            MessageReceipts asked,
            People people) {
        this.cases = cases;
        this.conversations = conversations;
        this.orders = orders;
        this.own = own;
        this.asked = asked;
        this.people = people;
    }

    /** The address that messages about cases without an order carry. */
    @GetMapping("/inquiries")
    String inquiries() {
        return "redirect:/help";
    }

    @Framed(nav = "help", title = "portal.help.title")
    @GetMapping("/help")
    String list(
            Frame frame,
            @AuthenticationPrincipal CustomerLogin customer,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        return page(
                frame, customer, after, MessageForm.fresh("/help", frame.words()), about("", customer, frame), model);
    }

    @Framed(nav = "help", title = "portal.help.title")
    @PostMapping("/help")
    String write(
            Frame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal CustomerLogin customer,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String order,
            Model model,
            RedirectAttributes after) {
        MessageForm form = MessageForm.sent("/help", message, key, frame.now(), frame.words());
        if (!form.fine()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(frame, customer, null, form, about(order, customer, frame), model);
        }
        OrderSummary chosen = order.isEmpty() ? null : own.of(customer, new OrderId(number(order)));
        return chosen == null
                ? sent(customer, customer.personId(), null, message, form, frame, after)
                : sent(customer, chosen.personId(), chosen.orderId(), message, form, frame, after);
    }

    private String sent(
            CustomerLogin customer,
            PersonId personId,
            @Nullable OrderId orderId,
            String message,
            MessageForm form,
            Frame frame,
            RedirectAttributes after) {
        Writing written = cases.write(
                new CustomerMessage(customer.tenantId(), personId, orderId, CaseChannel.PORTAL, message, form.key()));
        after.addFlashAttribute("flash", asked.flash(written, frame.words()));
        return written instanceof Writing.Taken taken
                ? "redirect:/help/" + taken.receipt().caseId()
                : "redirect:/help";
    }

    @Framed(nav = "help", title = "portal.case.title")
    @GetMapping("/help/{id}")
    String conversation(
            Frame frame,
            @AuthenticationPrincipal CustomerLogin customer,
            @PathVariable CaseId id,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        return conversation(frame, mine(id, customer), before, MessageForm.fresh("/help/" + id, frame.words()), model);
    }

    @Framed(nav = "help", title = "portal.case.title")
    @PostMapping("/help/{id}")
    String answer(
            Frame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal CustomerLogin customer,
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String key,
            Model model,
            RedirectAttributes after) {
        SupportCase one = mine(id, customer);
        MessageForm form = MessageForm.sent("/help/" + id, message, key, frame.now(), frame.words());
        if (!form.fine()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return conversation(frame, one, null, form, model);
        }
        return sent(customer, one.personId(), one.orderId(), message, form, frame, after);
    }

    private SupportCase mine(CaseId caseId, CustomerLogin customer) {
        return cases.find(caseId)
                .filter(one -> one.tenantId().equals(customer.tenantId())
                        && people.behind(customer).contains(one.personId()))
                .orElseThrow(() -> Problem.notFound("portal.case.none"));
    }

    private String conversation(Frame frame, SupportCase one, @Nullable String before, MessageForm form, Model model) {
        model.addAttribute("conversation", conversations.page(one, before, frame.words(), frame.now()));
        model.addAttribute("latest", before == null ? null : "/help/" + one.caseId());
        model.addAttribute("orderId", one.orderId());
        model.addAttribute("form", form);
        return "portal/case";
    }

    private String page(
            Frame frame, CustomerLogin customer, @Nullable String after, MessageForm form, Field about, Model model) {
        Keyset<SupportCase> mine = cases.ofPeople(people.behind(customer), after, PAGE);
        model.addAttribute(
                "cases",
                mine.items().stream()
                        .map(one -> Conversations.inShort(one, frame.words(), frame.now()))
                        .toList());
        model.addAttribute("next", mine.next() == null ? null : "/help?after=" + mine.next());
        model.addAttribute("first", after == null ? null : "/help");
        model.addAttribute("about", about);
        model.addAttribute("form", form);
        return "portal/help";
    }

    /** The latest orders to choose from, and none of them first. */
    private Field about(String chosen, CustomerLogin customer, Frame frame) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("", frame.words().word("portal.help.general")));
        orders.ofPeople(people.behind(customer), null, ORDERS_OFFERED)
                .items()
                .forEach(order -> options.add(new Field.Option(
                        Long.toString(order.orderId().value()), OrderCards.title(order, frame.words()))));
        return Field.choice("order", frame.words().word("portal.help.about"), chosen, options);
    }

    private long number(String order) {
        try {
            return Long.parseLong(order);
        } catch (NumberFormatException e) {
            throw own.none();
        }
    }
}
