package kr.dochak.simulator.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.dochak.simulator.carriers.Loss;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.korea.KoreanTime;

/** What really happened, as a benchmark reads it. */
final class Truth {

    private Truth() {}

    static Map<String, Object> of(List<Incident> incidents, List<Map<String, Object>> storms, Stream<Parcel> parcels) {
        List<Map<String, Object>> befell = new ArrayList<>(storms);
        incidents.forEach(incident -> befell.add(incident.json()));
        return Map.of(
                "incidents",
                befell,
                "parcels",
                parcels.filter(parcel -> !parcel.losses().isEmpty())
                        .map(Truth::json)
                        .toList());
    }

    private static Map<String, Object> json(Parcel parcel) {
        return Map.of(
                "carrier",
                parcel.carrier().id(),
                "trackingNumber",
                parcel.trackingNumber(),
                "orderNo",
                parcel.order().orderNo(),
                "losses",
                parcel.losses().stream().map(Truth::json).toList());
    }

    private static Map<String, Object> json(Loss loss) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cause", loss.cause());
        json.put("place", loss.place());
        json.put("toward", loss.toward());
        json.put("incident", loss.incident() == null ? "" : loss.incident());
        json.put("from", KoreanTime.iso(loss.from()));
        json.put("minutes", Duration.between(loss.from(), loss.until()).toMinutes());
        return json;
    }
}
