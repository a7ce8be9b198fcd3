package kr.dochak.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import kr.dochak.care.CaseChannel;
import kr.dochak.care.Cases;
import kr.dochak.care.CustomerMessage;
import kr.dochak.care.Written;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.orders.OrderSummary;
import kr.dochak.shared.Frame;
import kr.dochak.shared.Frames;
import kr.dochak.shared.Words;
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
class OrderPage {

    private final Frames frames;
    private final OwnOrders own;
    private final OrderStories stories;
    private final RequestChoices choices;
    private final Cases cases;
    private final Asked asked;
    private final InstantSource clock;

    OrderPage(
            Frames frames,
            OwnOrders own,
            OrderStories stories,
            RequestChoices choices,
            Cases cases,
            Asked asked,
            InstantSource clock) {
        this.frames = frames;
        this.own = own;
        this.stories = stories;
        this.choices = choices;
        this.cases = cases;
        this.asked = asked;
        this.clock = clock;
    }

    @GetMapping("/orders/{id}")
    String order(
            HttpServletRequest request,
            @AuthenticationPrincipal CustomerLogin customer,
            @PathVariable long id,
            Model model) {
        OrderSummary order = own.of(customer, id);
        return page(request, order, MessageForm.fresh(action(id), frames.words(request)), model);
    }

    /** The part of the page that changes while the parcel travels. */
    @GetMapping("/orders/{id}/live-fragment")
    String fragment(
            HttpServletRequest request,
            @AuthenticationPrincipal CustomerLogin customer,
            @PathVariable long id,
            Model model) {
        own.of(customer, id);
        Frame frame = frames.portal(request, "orders", "portal.order.title");
        model.addAttribute("frame", frame);
        model.addAttribute("story", stories.of(id, true, frame.words(), frame.now()));
        model.addAttribute("at", "/orders/" + id);
        return "portal/order-live";
    }

    @PostMapping("/orders/{id}/messages")
    String write(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal CustomerLogin customer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String key,
            Model model,
            RedirectAttributes after) {
        OrderSummary order = own.of(customer, id);
        Words words = frames.words(request);
        MessageForm form = MessageForm.sent(action(id), message, key, clock.instant(), words);
        if (!form.fine()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(request, order, form, model);
        }
        Written written = cases.write(
                new CustomerMessage(order.tenantId(), order.personId(), id, CaseChannel.PORTAL, message, form.key()));
        after.addFlashAttribute("flash", asked.said(written, words));
        return "redirect:/orders/" + id + "#inquiry";
    }

    private String page(HttpServletRequest request, OrderSummary order, MessageForm form, Model model) {
        Frame frame = frames.portal(request, "orders", "portal.order.title");
        model.addAttribute("frame", frame);
        model.addAttribute("story", stories.of(order.orderId(), true, frame.words(), frame.now()));
        model.addAttribute("form", form);
        model.addAttribute("choices", choices.of(order, frame.words(), frame.now()));
        return "portal/order";
    }

    private static String action(long orderId) {
        return "/orders/" + orderId + "/messages";
    }
}
