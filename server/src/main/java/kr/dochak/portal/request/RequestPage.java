package kr.dochak.portal.request;

import jakarta.servlet.http.HttpServletResponse;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.orders.DeliveryRequest.Place;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.portal.OrderCards;
import kr.dochak.portal.OwnOrders;
import kr.dochak.shared.OrderId;
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

/** The customer changes the day, the place or the note of a delivery. */
@Controller
@Framed(nav = "orders", title = "portal.request.title")
class RequestPage {

    private final OwnOrders own;
    private final Orders orders;
    private final RequestChoices choices;

    RequestPage(OwnOrders own, Orders orders, RequestChoices choices) {
        this.own = own;
        this.orders = orders;
        this.choices = choices;
    }

    @GetMapping("/orders/{id}/request")
    String form(Frame frame, @AuthenticationPrincipal CustomerLogin customer, @PathVariable OrderId id, Model model) {
        OrderSummary order = own.of(customer, id);
        return page(frame, order, offered(frame, order), model);
    }

    @PostMapping("/orders/{id}/request")
    String change(
            Frame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal CustomerLogin customer,
            @PathVariable OrderId id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean undo,
            Model model,
            RedirectAttributes after) {
        OrderSummary order = own.of(customer, id);
        RequestForm offered = offered(frame, order);
        RequestForm sent = offered.sent(day, place, note, frame.words());
        if (!sent.fine()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(frame, order, sent, model);
        }
        DeliveryRequest wished =
                new DeliveryRequest(Place.valueOf(place), note.strip(), RequestChoices.chosen(offered, day));
        orders.changeRequest(id, wished, Orders.CUSTOMER);
        if (!undo && !wished.equals(order.request())) {
            after.addFlashAttribute("undo", undo(order.request()));
        }
        after.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, sentence(wished, order.request(), frame)));
        return "redirect:/orders/" + id;
    }

    private RequestForm offered(Frame frame, OrderSummary order) {
        return orders.mayChangeRequest(order.orderId())
                ? choices.of(order, frame.words(), frame.now())
                : RequestForm.closed(order.orderId(), order.request(), "often", frame.words());
    }

    private static Undo undo(DeliveryRequest before) {
        return new Undo(
                before.day() == null ? "" : before.day().toString(),
                before.place().name(),
                before.note());
    }

    private static String sentence(DeliveryRequest now, DeliveryRequest before, Frame frame) {
        Words words = frame.words();
        if (now.equals(before)) {
            return words.word("portal.request.same");
        }
        if (java.util.Objects.equals(now.day(), before.day()) && now.place() == before.place()) {
            return words.word("portal.request.changed");
        }
        if (java.util.Objects.equals(now.day(), before.day())) {
            return words.word("portal.request.done.place", words.word("portal.place." + now.place()));
        }
        return now.day() == null
                ? words.word("portal.request.done.back")
                : words.word("portal.request.done", RequestChoices.date(now.day(), words, frame.now()));
    }

    private static String page(Frame frame, OrderSummary order, RequestForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("title", OrderCards.title(order, frame.words()));
        return "portal/request";
    }
}
