package kr.dochak.console.orders;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kr.dochak.fulfillment.CancelledParcel;
import kr.dochak.fulfillment.CancelledParcel.Where;
import kr.dochak.fulfillment.CancelledParcels;
import kr.dochak.fulfillment.CancelledParcels.Wanted;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Words;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 멈출 택배: parcels of cancelled orders, and numbers that belong to somebody else's parcel. */
@Controller
class StopPage {

    /** How long ago a number may have been registered that turns out to be another parcel's. */
    static final Duration WRONG_NUMBERS = Duration.ofDays(30);

    static final int MOST = 100;

    private static final int PAGE = 40;

    private final CancelledParcels cancelled;
    private final Tracking tracking;
    private final Orders orders;

    StopPage(CancelledParcels cancelled, Tracking tracking, Orders orders) {
        this.cancelled = cancelled;
        this.tracking = tracking;
        this.orders = orders;
    }

    @Framed(nav = "order-list", title = "console.stop.title")
    @GetMapping("/console/orders/cancelled")
    String page(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Model model) {
        String wanted = q.strip();
        Keyset<CancelledParcel> page =
                cancelled.of(staff.tenantId(), wanted(staff.tenantId(), where(show), wanted), after, PAGE);
        boolean whole = show.isEmpty() && wanted.isEmpty() && after == null;
        List<ShipmentView> wrong = whole
                ? tracking.olderThanTheirOrders(staff.tenantId(), frame.now().minus(WRONG_NUMBERS), MOST)
                : List.of();
        model.addAttribute("parcels", page.items());
        model.addAttribute("wrong", wrong);
        model.addAttribute("orders", orders.summaries(named(page.items(), wrong)));
        model.addAttribute("tabs", tabs(show, wanted, cancelled.figures(staff.tenantId()), frame.words()));
        model.addAttribute("show", show);
        model.addAttribute("query", wanted);
        model.addAttribute("first", after == null ? null : address(show, wanted, null));
        model.addAttribute("next", page.next() == null ? null : address(show, wanted, page.next()));
        return "console/stop";
    }

    private static List<OrderId> named(List<CancelledParcel> parcels, List<ShipmentView> wrong) {
        return Stream.concat(
                        parcels.stream().map(CancelledParcel::orderId),
                        wrong.stream()
                                .flatMap(parcel -> parcel.orders().stream())
                                .map(CarriedOrder::orderId))
                .distinct()
                .toList();
    }

    /** By the number of an order, or of a parcel. */
    private Wanted wanted(MallId tenantId, @Nullable Where where, String query) {
        return query.isEmpty()
                ? new Wanted(where, null, null)
                : new Wanted(
                        where,
                        orders.byNumber(tenantId, query).stream()
                                .map(OrderSummary::orderId)
                                .toList(),
                        tracking.byNumber(tenantId, TrackingNumber.of(query)).stream()
                                .map(ShipmentView::shipmentId)
                                .toList());
    }

    private static @Nullable Where where(String show) {
        return Stream.of(Where.values())
                .filter(where -> code(where).equals(show))
                .findFirst()
                .orElse(null);
    }

    private static String code(Where where) {
        return where.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Tab> tabs(String show, String query, CancelledParcels.Figures figures, Words words) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(words.word("console.stop.all"), address("", query, null), show.isEmpty()));
        for (Where where : Where.values()) {
            tabs.add(new Tab(
                    words.word("console.stop." + code(where)),
                    address(code(where), query, null),
                    show.equals(code(where)),
                    figures.of(where)));
        }
        return tabs;
    }

    private static String address(String show, String query, @Nullable String after) {
        List<String> asked = new ArrayList<>();
        if (!show.isEmpty()) {
            asked.add("show=" + show);
        }
        if (!query.isEmpty()) {
            asked.add("q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        }
        if (after != null) {
            asked.add("after=" + after);
        }
        return "/console/orders/cancelled" + (asked.isEmpty() ? "" : "?" + String.join("&", asked));
    }
}
