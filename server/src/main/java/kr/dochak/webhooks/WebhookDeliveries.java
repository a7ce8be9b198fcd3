package kr.dochak.webhooks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.Problem;
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

    /** The newest events of an endpoint first. */
    public Keyset<Delivery> list(
            long tenantId, long endpointId, @Nullable State state, @Nullable String cursor, int limit) {
        webhooks.known(tenantId, endpointId);
        List<Delivery> rows =
                deliveries.list(endpointId, state, Cursor.read(cursor).number(0, Long.MAX_VALUE), limit + 1);
        return Keyset.of(rows, limit, delivery -> Cursor.after(delivery.sequence()));
    }

    public Optional<Delivery> find(long tenantId, long endpointId, long sequence) {
        webhooks.known(tenantId, endpointId);
        return deliveries.find(endpointId, sequence);
    }

    /** The body as it is sent, byte for byte. */
    public Optional<String> body(long tenantId, long endpointId, long sequence) {
        webhooks.known(tenantId, endpointId);
        return deliveries.body(endpointId, sequence);
    }

    /**
     * Sends one event again, with the same id and the same bytes; one that is due already stays so.
     *
     * @throws Problem when there is no such event, or the endpoint is stopped
     */
    @Transactional
    public void replay(long tenantId, long endpointId, long sequence) {
        mustBeActive(webhooks.known(tenantId, endpointId));
        if (deliveries.find(endpointId, sequence).isEmpty()) {
            throw Problem.notFound("이 웹훅에는 그런 사건이 없어요.");
        }
        deliveries.replay(endpointId, sequence, clock.instant());
    }

    /** How many events a replay of this time would send. */
    public int inRange(long tenantId, long endpointId, Instant from, Instant to) {
        webhooks.known(tenantId, endpointId);
        return deliveries.inRange(endpointId, from, to);
    }

    /**
     * Sends again what was recorded in this time, also what the endpoint missed while it was stopped.
     *
     * @return how many
     * @throws Problem when it is too much at once, or the endpoint is stopped
     */
    @Transactional
    public int replay(long tenantId, long endpointId, Instant from, Instant to) {
        mustBeActive(webhooks.known(tenantId, endpointId));
        if (!from.isBefore(to)) {
            throw Problem.invalid("to", "order", "끝은 시작보다 뒤여야 해요.");
        }
        if (deliveries.inRange(endpointId, from, to) > MOST_AT_ONCE) {
            throw Problem.invalid("to", "count", "한 번에 " + MOST_AT_ONCE + "건까지예요. 기간을 나누어 주세요.");
        }
        return deliveries.replay(endpointId, from, to, clock.instant());
    }

    /** Sends a test through the same pipe as everything else; its sequence. */
    @Transactional
    public long ping(long tenantId, long endpointId) {
        mustBeActive(webhooks.known(tenantId, endpointId));
        Instant now = clock.instant();
        NewEvent ping = new NewEvent(
                tenantId, EventType.PING, "endpoint/" + endpointId + "/" + now, now, new Ping("Dochak says hello"));
        events.write(List.of(ping));
        return deliveries.addressTo(endpointId, ping.key(), now);
    }

    private static void mustBeActive(Endpoint endpoint) {
        if (endpoint.state() != Endpoint.State.ACTIVE) {
            throw Problem.conflict("stopped", "멈춘 웹훅이에요. 다시 켠 다음에 보내 주세요.");
        }
    }
}
