package kr.dochak.portal.order;

import jakarta.servlet.http.HttpServletResponse;
import kr.dochak.care.Cases;
import kr.dochak.care.CustomerMessage;
import kr.dochak.care.CustomerMessage.Writing;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.orders.OrderSummary;
import kr.dochak.pages.Fragment;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.portal.OwnOrders;
import kr.dochak.portal.help.MessageForm;
import kr.dochak.portal.help.MessageReceipts;
import kr.dochak.portal.request.RequestChoices;
import kr.dochak.shared.OrderId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One order of the customer who is logged in. */
@Controller
@Framed(nav = "orders", title = "portal.order.title")
class OrderPage {

    private final OwnOrders own;
    private final OrderStories stories;
    private final RequestChoices choices;
    private final Cases cases;
    private final MessageReceipts asked;

    OrderPage(OwnOrders own, OrderStories stories, RequestChoices choices, Cases cases, MessageReceipts asked) {
        this.own = own;
        this.stories = stories;
        this.choices = choices;
        this.cases = cases;
        this.asked = asked;
    }

    @GetMapping("/orders/{id}")
    String order(Frame frame, @AuthenticationPrincipal CustomerLogin customer, @PathVariable OrderId id, Model model) {
        OrderSummary order = own.of(customer, id);
        return page(frame, order, MessageForm.fresh(action(id), frame.words()), model);
    }

    /** The part of the page that changes while the parcel travels. */
    @Fragment(of = "/orders/{id}")
    @GetMapping("/orders/{id}/live-fragment")
    String fragment(
            Frame frame, @AuthenticationPrincipal CustomerLogin customer, @PathVariable OrderId id, Model model) {
        own.of(customer, id);
        model.addAttribute("story", stories.of(id, true, frame.words(), frame.now()));
        model.addAttribute("at", "/orders/" + id);
        return "portal/order-live";
    }

    @PostMapping("/orders/{id}/messages")
    String write(
            Frame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal CustomerLogin customer,
            @PathVariable OrderId id,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String key,
            Model model,
            RedirectAttributes after) {
        OrderSummary order = own.of(customer, id);
        MessageForm form = MessageForm.sent(action(id), message, key, frame.now(), frame.words());
        if (!form.fine()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(frame, order, form, model);
        }
        Writing written = cases.write(
                new CustomerMessage(order.tenantId(), order.personId(), id, CaseChannel.PORTAL, message, form.key()));
        after.addFlashAttribute("flash", asked.flash(written, frame.words()));
        return "redirect:/orders/" + id + "#inquiry";
    }

    private String page(Frame frame, OrderSummary order, MessageForm form, Model model) {
        model.addAttribute("story", stories.of(order.orderId(), true, frame.words(), frame.now()));
        model.addAttribute("form", form);
        model.addAttribute("choices", choices.of(order, frame.words(), frame.now()));
        return "portal/order";
    }

    private static String action(OrderId orderId) {
        return "/orders/" + orderId + "/messages";
    }
}
