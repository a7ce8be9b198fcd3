package kr.dochak.simulator.world;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.korea.KoreanTime;
import org.jspecify.annotations.Nullable;

/**
 * What befalls many parcels at once.
 *
 * @param carrier whose, where it is a carrier's
 * @param place the hub, the centre or the area; empty where it is the whole carrier
 * @param toward the branch that a lost truck was bound for, else empty
 * @param share of the parcels that would pass there; the others get through
 * @param hours by how much a short-staffed centre or a lost truck is behind
 */
record Incident(
        String id,
        Kind kind,
        @Nullable Carrier carrier,
        String place,
        String toward,
        LocalDateTime from,
        LocalDateTime until,
        double share,
        int hours) {

    enum Kind {
        /** Nothing leaves a hub. */
        JAM,
        /** A part of a carrier's parcels lies a night longer at its hubs. */
        SLOW_CARRIER,
        /** A fulfilment centre has too few people. */
        SHORT_STAFF,
        /** The truck from a hub to a branch is away for a day or more. */
        LOST_TRUCK,
        STORM
    }

    boolean isOf(Incident other) {
        return kind == other.kind && carrier == other.carrier;
    }

    boolean lasts(LocalDateTime at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("kind", kind.name());
        json.put("carrier", carrier == null ? "" : carrier.id());
        json.put("place", place);
        json.put("toward", toward);
        json.put("from", KoreanTime.iso(from));
        json.put("until", KoreanTime.iso(until));
        json.put("share", share);
        return json;
    }
}
