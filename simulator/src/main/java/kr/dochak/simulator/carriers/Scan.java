package kr.dochak.simulator.carriers;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.dochak.simulator.korea.KoreanTime;
import org.jspecify.annotations.Nullable;

/** One scan of one parcel, as the carrier sends it. */
public record Scan(
        Carrier carrier,
        String trackingNumber,
        LocalDateTime occurredAt,
        Stage stage,
        @Nullable String reason,
        String place) {

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("carrier", carrier.id());
        json.put("trackingNumber", trackingNumber);
        json.put("occurredAt", KoreanTime.iso(occurredAt));
        json.put("status", stage.status());
        json.put("reason", reason);
        json.put("place", place);
        json.put("text", stage.words(carrier));
        return json;
    }
}
