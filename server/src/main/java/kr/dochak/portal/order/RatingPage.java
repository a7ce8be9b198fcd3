package kr.dochak.portal.order;

import java.time.InstantSource;
import java.util.List;
import kr.dochak.care.ratings.DeliveryRating;
import kr.dochak.care.ratings.DeliveryRatings;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.orders.OrderSummary;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.portal.OwnOrders;
import kr.dochak.portal.Parcel;
import kr.dochak.portal.Parcels;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.shared.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a delivery was (MSG-4): the address that the message about the arrival leads to, with or without a log-in. */
@Controller
class RatingPage {

    private final OwnOrders own;
    private final Parcels parcels;
    private final DeliveryRatings ratings;
    private final InstantSource clock;

    RatingPage(OwnOrders own, Parcels parcels, DeliveryRatings ratings, InstantSource clock) {
        this.own = own;
        this.parcels = parcels;
        this.ratings = ratings;
        this.clock = clock;
    }

    @PostMapping("/orders/{id}/rating")
    String rate(
            Words words,
            @AuthenticationPrincipal CustomerLogin customer,
            @PathVariable OrderId id,
            @RequestParam(defaultValue = "0") ShipmentId shipment,
            @RequestParam(defaultValue = "0") int stars,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes after) {
        OrderSummary order = own.of(customer, id);
        after.addFlashAttribute("flash", flash(words, order, shipment, stars, note.strip()));
        return "redirect:/orders/" + id + "#rating";
    }

    @PostMapping("/t/{token}/rating")
    String rate(
            Words words,
            @PathVariable String token,
            @RequestParam(defaultValue = "0") ShipmentId shipment,
            @RequestParam(defaultValue = "0") int stars,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes after) {
        OrderSummary order = own.ofLink(token);
        if (order == null) {
            return "redirect:/t/" + token; // where it says that the link is over
        }
        after.addFlashAttribute("flash", flash(words, order, shipment, stars, note.strip()));
        return "redirect:/t/" + token + "#rating";
    }

    private Frame.Flash flash(Words words, OrderSummary order, ShipmentId shipment, int stars, String note) {
        if (!came(order, shipment)) {
            throw own.none();
        }
        if (stars < 1 || stars > 5 || note.length() > DeliveryRating.LONGEST) {
            String wrong = note.length() > DeliveryRating.LONGEST ? "portal.rating.long" : "portal.rating.choose";
            return new Frame.Flash(Tone.AT_RISK, words.word(wrong, DeliveryRating.LONGEST));
        }
        boolean first =
                ratings.rate(order, new DeliveryRating(shipment, order.orderId(), stars, note, clock.instant()));
        return new Frame.Flash(Tone.DONE, words.word(first ? "portal.rating.kept" : "portal.rating.before"));
    }

    private boolean came(OrderSummary order, ShipmentId shipmentId) {
        return parcels.of(List.of(order)).getOrDefault(order.orderId(), List.of()).stream()
                .filter(parcel -> parcel.condition() == Parcel.Condition.DELIVERED)
                .map(Parcel::shipment)
                .anyMatch(shipment -> shipment != null && shipment.shipmentId().equals(shipmentId));
    }
}
