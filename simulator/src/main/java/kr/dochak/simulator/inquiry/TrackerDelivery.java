package kr.dochak.simulator.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.simulator.carriers.Scan;
import kr.dochak.simulator.carriers.Stage;
import kr.dochak.simulator.korea.KoreanTime;
import kr.dochak.simulator.wire.Json;

/** tracker.delivery's shapes: GraphQL, errors with 200; the last event need not be the last of the list. */
final class TrackerDelivery implements Window {

    private static final int MOST_EVENTS = 10;

    @Override
    public Source source() {
        return Source.TRACKER_DELIVERY;
    }

    @Override
    public Saying found(Told told) {
        return told.scans().isEmpty()
                ? notFound(told.number())
                : Saying.json(Map.of("data", Map.of("track", track(told.scans()))));
    }

    private static Map<String, Object> track(List<Scan> scans) {
        List<Scan> last = scans.subList(Math.max(0, scans.size() - MOST_EVENTS), scans.size());
        List<Map<String, Object>> edges = new ArrayList<>();
        last.forEach(scan -> edges.add(Map.of("node", event(scan))));
        Map<String, Object> track = new LinkedHashMap<>();
        track.put("lastEvent", event(lastEvent(scans)));
        track.put("events", Map.of("edges", edges));
        return track;
    }

    /** A delivery wins; else the latest. */
    private static Scan lastEvent(List<Scan> scans) {
        return scans.stream()
                .filter(scan -> scan.stage() == Stage.DELIVERED)
                .reduce((one, other) -> other)
                .orElseGet(() -> scans.stream()
                        .max(Comparator.comparing(Scan::occurredAt))
                        .orElseThrow());
    }

    private static Map<String, Object> event(Scan scan) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("time", KoreanTime.iso(scan.occurredAt()));
        event.put(
                "status",
                Map.of("code", code(scan.stage()), "name", scan.stage().words(scan.carrier())));
        event.put("description", scan.place() + " " + scan.stage().words(scan.carrier()));
        return event;
    }

    private static String code(Stage stage) {
        return switch (stage) {
            case REGISTERED -> "INFORMATION_RECEIVED";
            case COLLECTED -> "AT_PICKUP";
            case DEPARTED, HUB_IN, HUB_OUT, FERRY, LOCAL_IN, WRONG_PLACE -> "IN_TRANSIT";
            case OUT -> "OUT_FOR_DELIVERY";
            case MISSED -> "ATTEMPT_FAIL";
            case DELIVERED -> "DELIVERED";
            case ACCIDENT, RETURNING, RETURNED -> "EXCEPTION";
        };
    }

    static Saying registered() {
        return Saying.json(Map.of("data", Map.of("registerTrackWebhook", true)));
    }

    static Saying refused(String field, String code, String message) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(field, null);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "errors",
                List.of(Map.of("message", message, "path", List.of(field), "extensions", Map.of("code", code))));
        body.put("data", data);
        return Saying.json(body);
    }

    @Override
    public Saying notFound(String number) {
        return refused("track", "NOT_FOUND", "운송장이 등록되지 않았거나 업체에서 상품을 준비중이에요.");
    }

    @Override
    public Saying failed() {
        return refused("track", "INTERNAL", "Internal error");
    }

    @Override
    public Saying changed(Told told) {
        return Saying.json(Map.of(
                "errors",
                List.of(Map.of(
                        "message",
                        "Cannot query field \"lastEvent\" on type \"TrackInfo\".",
                        "extensions",
                        Map.of("code", "BAD_REQUEST")))));
    }

    @Override
    public Saying limited() {
        return new Saying(429, "application/json;charset=UTF-8", Json.write(Map.of("message", "Too Many Requests")), 0);
    }
}
