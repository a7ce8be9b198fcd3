package kr.dochak.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.live.LiveAudience;
import kr.dochak.live.LiveStreams;
import kr.dochak.orders.OrderTopic;
import kr.dochak.shared.OrderId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells an open order page that it is out of date. */
@Controller
class LivePage {

    private static final LiveAudience CUSTOMERS =
            new LiveAudience("portal", 5_000, Duration.ofMillis(150), Duration.ofMinutes(30));

    private final OwnOrders own;
    private final LiveStreams streams;

    LivePage(OwnOrders own, LiveStreams streams) {
        this.own = own;
        this.streams = streams;
    }

    @GetMapping(path = "/live/orders/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter order(
            HttpServletRequest request,
            @AuthenticationPrincipal @Nullable CustomerLogin customer,
            @PathVariable OrderId id) {
        if (!own.owns(customer, id) && !holdsLink(id, request)) {
            throw own.none();
        }
        String reader = customer == null ? "link " + id : "customer " + customer.personId();
        return streams.open(CUSTOMERS, reader, request.getRemoteAddr(), OrderTopic.of(id));
    }

    private boolean holdsLink(OrderId id, HttpServletRequest request) {
        return LiveLink.of(id, request)
                .map(own::ofLink)
                .filter(order -> order.orderId().equals(id))
                .isPresent();
    }
}
