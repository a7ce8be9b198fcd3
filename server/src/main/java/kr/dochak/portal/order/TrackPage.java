package kr.dochak.portal.order;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import kr.dochak.care.Cases;
import kr.dochak.care.CustomerMessage;
import kr.dochak.care.CustomerMessage.Writing;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.orders.OrderSummary;
import kr.dochak.pages.Fragment;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Frames;
import kr.dochak.portal.LiveLink;
import kr.dochak.portal.OwnOrders;
import kr.dochak.portal.PortalFacts;
import kr.dochak.portal.help.MessageForm;
import kr.dochak.portal.help.MessageReceipts;
import kr.dochak.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One order for who holds its signed link: no login, and nothing that names a person (TRK-6). */
@Controller
@Framed(title = "portal.track.title")
class TrackPage {

    private final Frames frames;
    private final OwnOrders own;
    private final OrderStories stories;
    private final Cases cases;
    private final MessageReceipts asked;
    private final InstantSource clock;

    TrackPage(
            Frames frames,
            OwnOrders own,
            OrderStories stories,
            Cases cases,
            MessageReceipts asked,
            InstantSource clock) {
        this.frames = frames;
        this.own = own;
        this.stories = stories;
        this.cases = cases;
        this.asked = asked;
        this.clock = clock;
    }

    @GetMapping("/t/{token}")
    String track(
            HttpServletRequest request,
            HttpServletResponse response,
            Words words,
            @PathVariable String token,
            Model model) {
        OrderSummary order = own.ofLink(token);
        return order == null
                ? gone(request, response, model)
                : page(request, response, words, order, token, MessageForm.fresh("/t/" + token, words), model);
    }

    @Fragment(of = "/t/{token}")
    @GetMapping("/t/{token}/live-fragment")
    String fragment(
            HttpServletRequest request,
            HttpServletResponse response,
            Words words,
            @PathVariable String token,
            Model model) {
        OrderSummary order = own.ofLink(token);
        if (order == null) {
            return gone(request, response, model);
        }
        request.setAttribute(PortalFacts.MALL, order.tenantId());
        model.addAttribute("story", stories.of(order.orderId(), false, words, clock.instant()));
        model.addAttribute("at", "/t/" + token);
        return "portal/order-live";
    }

    @PostMapping("/t/{token}")
    String write(
            HttpServletRequest request,
            HttpServletResponse response,
            Words words,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String key,
            Model model,
            RedirectAttributes after) {
        OrderSummary order = own.ofLink(token);
        if (order == null) {
            return gone(request, response, model);
        }
        MessageForm form = MessageForm.sent("/t/" + token, message, key, clock.instant(), words);
        if (!form.fine()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(request, response, words, order, token, form, model);
        }
        Writing written = cases.write(new CustomerMessage(
                order.tenantId(), order.personId(), order.orderId(), CaseChannel.LINK, message, form.key()));
        after.addFlashAttribute("flash", asked.flash(written, words));
        return "redirect:/t/" + token + "#inquiry";
    }

    private String page(
            HttpServletRequest request,
            HttpServletResponse response,
            Words words,
            OrderSummary order,
            String token,
            MessageForm form,
            Model model) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        LiveLink.give(order.orderId(), token, request, response);
        request.setAttribute(PortalFacts.MALL, order.tenantId());
        model.addAttribute("story", stories.of(order.orderId(), false, words, clock.instant()));
        model.addAttribute("form", form);
        model.addAttribute("token", token);
        return "portal/track";
    }

    private String gone(HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute("frame", frames.of(request, "", "portal.track.gone.title"));
        return "portal/track-gone";
    }
}
