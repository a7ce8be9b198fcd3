package kr.dochak.webhooks;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What an endpoint can be told of, by the name that stands in requests and bodies. */
public enum EventType {
    SHIPMENT_STATUS_CHANGED("shipment.status_changed"),
    SHIPMENT_DELIVERED("shipment.delivered"),
    PROMISE_MADE("promise.made"),
    PROMISE_WINDOW_CHANGED("promise.window_changed"),
    PROMISE_DELAYED("promise.delayed"),
    PROMISE_SETTLED("promise.settled"),
    DELIVERY_REQUEST_CHANGED("delivery.request_changed"),
    /** A test that staff or a mall asks for; every endpoint hears its own. */
    PING("ping");

    private final String code;

    EventType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Those an endpoint chooses from. */
    public static List<EventType> choosable() {
        return Arrays.stream(values()).filter(type -> type != PING).toList();
    }

    public static Optional<EventType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    static String[] codes(Collection<EventType> types) {
        return types.stream().map(EventType::code).toArray(String[]::new);
    }
}
