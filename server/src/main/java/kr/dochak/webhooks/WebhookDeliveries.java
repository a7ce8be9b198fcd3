package kr.dochak.webhooks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.webhooks.Delivery.State;
import kr.dochak.webhooks.EventData.Ping;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to a mall's endpoints, and sending it again. */
@Component
public class WebhookDeliveries {

    /** How many events may be replayed at once. */
    public static final int MOST_AT_ONCE = 50_000;

    private final Webhooks webhooks;
    private final DeliveryRepository deliveries;
    private final EventWriting events;
    private final InstantSource clock;

    WebhookDeliveries(Webhooks webhooks, DeliveryRepository deliveries, EventWriting events, InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    /** The newest events of an endpoint first; nothing for an endpoint that the mall does not have. */
    public Optional<Keyset<Delivery>> list(
            MallId tenantId, long endpointId, @Nullable State state, @Nullable String cursor, int limit) {
        return webhooks.find(tenantId, endpointId)
                .map(endpoint ->
                        deliveries.list(endpointId, state, Cursor.read(cursor).number(0, Long.MAX_VALUE), limit + 1))
                .map(rows -> Keyset.of(rows, limit, delivery -> Cursor.after(delivery.sequence())));
    }

    public Optional<Delivery> find(MallId tenantId, long endpointId, long sequence) {
        return webhooks.find(tenantId, endpointId).flatMap(endpoint -> deliveries.find(endpointId, sequence));
    }

    /** The body as it is sent, byte for byte. */
    public Optional<String> body(MallId tenantId, long endpointId, long sequence) {
        return webhooks.find(tenantId, endpointId).flatMap(endpoint -> deliveries.body(endpointId, sequence));
    }

    /** Sends one event again, with the same id and the same bytes; one that is due already stays so. */
    @Transactional
    public SendOutcome replay(MallId tenantId, long endpointId, long sequence) {
        return ifActive(tenantId, endpointId, () -> {
            if (deliveries.find(endpointId, sequence).isEmpty()) {
                return SendOutcome.Refused.NO_EVENT;
            }
            deliveries.replay(endpointId, sequence, clock.instant());
            return new SendOutcome.Sent(1, sequence);
        });
    }

    /** How many events a replay of this time would send; none for an endpoint that the mall does not have. */
    public int inRange(MallId tenantId, long endpointId, Instant from, Instant to) {
        return webhooks.find(tenantId, endpointId)
                .map(endpoint -> deliveries.inRange(endpointId, from, to))
                .orElse(0);
    }

    /** Sends again what was recorded in this time, also what the endpoint missed while it was stopped. */
    @Transactional
    public SendOutcome replay(MallId tenantId, long endpointId, Instant from, Instant to) {
        return ifActive(tenantId, endpointId, () -> {
            if (!from.isBefore(to)) {
                return SendOutcome.Refused.BACKWARDS;
            }
            return deliveries.inRange(endpointId, from, to) > MOST_AT_ONCE
                    ? SendOutcome.Refused.TOO_MANY
                    : new SendOutcome.Sent(deliveries.replay(endpointId, from, to, clock.instant()), 0);
        });
    }

    /** Sends a test through the same pipe as everything else. */
    @Transactional
    public SendOutcome ping(MallId tenantId, long endpointId) {
        return ifActive(tenantId, endpointId, () -> {
            Instant now = clock.instant();
            NewEvent ping = new NewEvent(
                    tenantId, EventType.PING, "endpoint/" + endpointId + "/" + now, now, new Ping("Dochak says hello"));
            events.write(List.of(ping));
            return new SendOutcome.Sent(1, deliveries.addressTo(endpointId, ping.key(), now));
        });
    }

    private SendOutcome ifActive(MallId tenantId, long endpointId, Supplier<SendOutcome> then) {
        Optional<Endpoint> endpoint = webhooks.find(tenantId, endpointId);
        if (endpoint.isEmpty()) {
            return SendOutcome.Refused.UNKNOWN;
        }
        return endpoint.get().state() == Endpoint.State.ACTIVE ? then.get() : SendOutcome.Refused.STOPPED;
    }
}
