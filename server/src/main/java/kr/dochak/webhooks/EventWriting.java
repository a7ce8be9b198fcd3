package kr.dochak.webhooks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.identity.Malls;
import kr.dochak.shared.MallId;
import kr.dochak.webhooks.EventData.Body;
import kr.dochak.webhooks.EventRepository.Numbered;
import kr.dochak.webhooks.NewEvent.Key;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes events down, each once, numbered, with a delivery for every endpoint that wants it: one transaction. */
@Component
public class EventWriting {

    private final EventRepository events;
    private final EndpointRepository endpoints;
    private final Malls malls;
    private final InstantSource clock;
    /** Bodies must not change with the settings of the API's JSON. */
    private final JsonMapper json = JsonMapper.builder().build();

    EventWriting(EventRepository events, EndpointRepository endpoints, Malls malls, InstantSource clock) {
        this.events = events;
        this.endpoints = endpoints;
        this.malls = malls;
        this.clock = clock;
    }

    /** What the endpoints of these malls want to hear of, stopped ones too; malls that want nothing are missing. */
    Map<MallId, Set<EventType>> wanted(Collection<MallId> tenantIds) {
        return endpoints.wanted(tenantIds);
    }

    /** These subjects may come to the same once more, as a promise that is settled again. */
    @Transactional
    public void happensAgain(EventType type, List<String> subjects) {
        events.happensAgain(type.code(), subjects);
    }

    /** Again is harmless: what was written stays as it is. */
    @Transactional
    public void write(List<NewEvent> found) {
        if (found.isEmpty()) {
            return;
        }
        Map<MallId, Long> last = events.lockNumbers(
                found.stream().map(NewEvent::tenantId).distinct().toList());
        Map<Key, NewEvent> fresh = new LinkedHashMap<>();
        found.stream()
                .filter(event -> last.containsKey(event.tenantId()))
                .forEach(event -> fresh.putIfAbsent(event.key(), event));
        events.known(List.copyOf(fresh.values())).forEach(fresh::remove);
        if (!fresh.isEmpty()) {
            Instant now = clock.instant();
            events.insert(number(fresh.values(), last, now), now);
        }
    }

    private List<Numbered> number(Collection<NewEvent> fresh, Map<MallId, Long> last, Instant now) {
        List<Numbered> numbered = new ArrayList<>();
        for (NewEvent event : fresh) {
            long sequence = last.merge(event.tenantId(), 1L, Long::sum);
            numbered.add(new Numbered(event, sequence, body(event, sequence, now)));
        }
        return numbered;
    }

    private String body(NewEvent event, long sequence, Instant now) {
        return json.writeValueAsString(new Body(
                EventData.VERSION,
                eventId(event.tenantId(), sequence),
                event.type().code(),
                malls.byId(event.tenantId()).code(),
                sequence,
                event.occurredAt(),
                now,
                event.data()));
    }

    /** The id receivers see; the same however often an event is sent. */
    public static String eventId(MallId tenantId, long sequence) {
        return "evt_" + tenantId + "_" + sequence;
    }
}
