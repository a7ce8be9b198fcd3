package kr.dochak.console.integrations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.Orders;
import kr.dochak.pages.Framed;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.health.RawBodies;
import kr.dochak.tracking.carriers.health.RawBody;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 받은 원문: what carriers and malls sent of a parcel, or of an order's parcels, as it came but without persons (TRK-2). */
@Controller
@Framed(nav = "integrations", title = "console.raw.title")
class RawBodiesPage {

    private static final int PAGE = 20;

    private final RawBodies bodies;
    private final Tracking tracking;
    private final Orders orders;

    RawBodiesPage(RawBodies bodies, Tracking tracking, Orders orders) {
        this.bodies = bodies;
        this.tracking = tracking;
        this.orders = orders;
    }

    @GetMapping("/console/integrations/raw")
    String page(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        String wanted = q.strip();
        List<ShipmentView> parcels = wanted.isEmpty() ? List.of() : parcels(staff.tenantId(), wanted);
        Keyset<RawBody> page = wanted.isEmpty()
                ? bodies.ofMall(staff.tenantId(), after, PAGE)
                : parcels.isEmpty() ? new Keyset<>(List.of(), null) : bodies.ofParcels(parcels, after, PAGE);
        model.addAttribute("query", wanted);
        model.addAttribute("known", wanted.isEmpty() || !parcels.isEmpty());
        model.addAttribute("bodies", page.items());
        model.addAttribute("first", after == null ? null : address(wanted, null));
        model.addAttribute("next", page.next() == null ? null : address(wanted, page.next()));
        return "console/raw";
    }

    private List<ShipmentView> parcels(MallId tenantId, String wanted) {
        List<ShipmentView> byNumber = tracking.byNumber(tenantId, TrackingNumber.of(wanted));
        return !byNumber.isEmpty()
                ? byNumber
                : orders.byNumber(tenantId, wanted)
                        .map(order ->
                                tracking.ofOrders(List.of(order.orderId())).getOrDefault(order.orderId(), List.of()))
                        .orElse(List.of());
    }

    private static String address(String query, @Nullable String after) {
        List<String> asked = new ArrayList<>();
        if (!query.isEmpty()) {
            asked.add("q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        }
        if (after != null) {
            asked.add("after=" + after);
        }
        return "/console/integrations/raw" + (asked.isEmpty() ? "" : "?" + String.join("&", asked));
    }
}
