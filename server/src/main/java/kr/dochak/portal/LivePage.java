package kr.dochak.portal;

import jakarta.servlet.http.HttpServletResponse;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.orders.OrderSummary;
import kr.dochak.tracking.Tracking;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells an open order page that it is out of date. */
@Controller
class LivePage {

    private final OwnOrders own;
    private final LiveStreams streams;
    private final Tracking tracking;

    LivePage(OwnOrders own, LiveStreams streams, Tracking tracking) {
        this.own = own;
        this.streams = streams;
        this.tracking = tracking;
    }

    @GetMapping(path = "/live/orders/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter order(
            HttpServletResponse response,
            @AuthenticationPrincipal @Nullable CustomerLogin customer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String token) {
        if (token == null) {
            own.of(customer, id);
        } else {
            OrderSummary order = own.ofLink(token);
            if (order == null || order.orderId() != id) {
                throw own.none();
            }
        }
        response.setHeader("X-Accel-Buffering", "no");
        return streams.on(changed -> tracking.listen(id, changed));
    }
}
