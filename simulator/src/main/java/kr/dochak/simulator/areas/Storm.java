package kr.dochak.simulator.areas;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.dochak.simulator.korea.KoreanTime;

/**
 * One peril in one area.
 *
 * @param number counts storms from 1: what tells one from another
 * @param grave 경보 and not 주의보; of a road, closed
 * @param announced when its service says so; it begins later
 */
record Storm(
        int number,
        String area,
        Peril peril,
        boolean grave,
        LocalDateTime announced,
        LocalDateTime from,
        LocalDateTime until) {

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", "storm-" + number);
        json.put("kind", "STORM");
        json.put("carrier", "");
        json.put("place", area);
        json.put("toward", peril.title());
        json.put("from", KoreanTime.iso(from));
        json.put("until", KoreanTime.iso(until));
        json.put("share", peril.share(grave));
        return json;
    }

    boolean rages(LocalDateTime at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
