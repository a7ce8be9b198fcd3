package kr.dochak.simulator.areas;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kr.dochak.simulator.inquiry.Fault;
import kr.dochak.simulator.inquiry.Saying;
import kr.dochak.simulator.wire.Json;

/**
 * 기상청 기상특보 조회서비스 and 국가교통정보센터 돌발상황, as they answer. A fault is told to them by hand and lasts until another is:
 * {@link Fault#ERROR_INSIDE} is a key nobody registered and {@link Fault#LIMITED} too many questions, both as XML with 200
 * although JSON was asked for.
 */
public final class PublicServices {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final int SLOW_MILLIS = 8_000;

    /** Which of the two. */
    public enum Service {
        WEATHER,
        TRAFFIC
    }

    /** A storm as the weather service writes it down: once when it is announced and once when it is over. */
    private record Announcement(Storm storm, LocalDateTime at, boolean over) {}

    private final Storms storms;
    private final Supplier<LocalDateTime> now;
    private final String key;
    private final Map<Service, Fault> faults = new ConcurrentHashMap<>();

    /** @param key the only key that is let in; empty lets any in */
    public PublicServices(Storms storms, Supplier<LocalDateTime> now, String key) {
        this.storms = storms;
        this.now = now;
        this.key = key;
    }

    public void become(Service service, Fault fault) {
        faults.put(service, fault);
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        faults.forEach((service, fault) -> {
            if (fault != Fault.NONE) {
                json.put(service.name().toLowerCase(Locale.ROOT), fault.name());
            }
        });
        return json;
    }

    /** {@code getPwnCd}: what was announced on days from one to another. */
    public Saying weather(String serviceKey, int page, int rows, String from, String to) {
        Fault fault = fault(Service.WEATHER, serviceKey);
        if (isRefusal(fault)) {
            return refusal(fault);
        }
        List<Map<String, Object>> items = new ArrayList<>();
        int number = 0;
        for (Announcement announcement : announcements()) {
            number++;
            String day = DAY.format(announcement.at);
            if (day.compareTo(from) >= 0 && day.compareTo(to) <= 0) {
                items.addAll(items(announcement, number, fault == Fault.DOUBLED));
            }
        }
        List<Map<String, Object>> asked =
                items.stream().skip((long) (page - 1) * rows).limit(rows).toList();
        return said(fault, asked.isEmpty() ? noWeather() : weather(asked, page, rows, items.size()));
    }

    private List<Announcement> announcements() {
        List<Announcement> all = new ArrayList<>();
        for (Storm storm : storms.announced(now.get())) {
            if (!storm.peril().isOnRoads()) {
                all.add(new Announcement(storm, storm.announced(), false));
                if (!storm.until().isAfter(now.get())) {
                    all.add(new Announcement(storm, storm.until(), true));
                }
            }
        }
        all.sort(Comparator.comparing(Announcement::at));
        return all;
    }

    private static List<Map<String, Object>> items(Announcement announcement, int number, boolean doubled) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Zone zone : Zone.of(announcement.storm.area())) {
            Map<String, Object> item = item(announcement, number, zone);
            items.add(item);
            if (doubled) {
                items.add(item);
            }
        }
        return items;
    }

    private static Map<String, Object> item(Announcement announcement, int number, Zone zone) {
        Storm storm = announcement.storm;
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("stnId", "108");
        item.put("tmFc", Long.parseLong(MINUTE.format(announcement.at)));
        item.put("tmSeq", number);
        item.put("areaCode", zone.code());
        item.put("areaName", zone.name());
        item.put("warnVar", storm.peril().code());
        item.put("warnStress", storm.grave() ? 1 : 0);
        item.put("command", announcement.over ? "2" : "1");
        item.put("startTime", announcement.over ? 0 : Long.parseLong(MINUTE.format(storm.from())));
        item.put("endTime", announcement.over ? Long.parseLong(MINUTE.format(storm.until())) : 0);
        item.put("allEndTime", 0);
        item.put("cancel", "0");
        return item;
    }

    private static Map<String, Object> weather(List<Map<String, Object>> items, int page, int rows, int all) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("dataType", "JSON");
        body.put("items", Map.of("item", items));
        body.put("pageNo", page);
        body.put("numOfRows", rows);
        body.put("totalCount", all);
        return Map.of("response", Map.of("header", header("00", "NORMAL_SERVICE"), "body", body));
    }

    private static Map<String, Object> noWeather() {
        return Map.of("response", Map.of("header", header("03", "NO_DATA")));
    }

    private static Map<String, Object> header(Object code, String message) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("resultCode", code);
        header.put("resultMsg", message);
        return header;
    }

    /** {@code eventInfo}: what happens on roads now. */
    public Saying traffic(String apiKey) {
        Fault fault = fault(Service.TRAFFIC, apiKey);
        if (isRefusal(fault)) {
            return refusal(fault);
        }
        List<Map<String, Object>> items = new ArrayList<>();
        for (Storm storm : storms.announced(now.get())) {
            if (storm.peril().isOnRoads() && storm.rages(now.get())) {
                items.add(event(storm));
                if (fault == Fault.DOUBLED) {
                    items.add(event(storm));
                }
            }
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("totalCount", items.size());
        body.put("items", items);
        return said(fault, Map.of("header", header(0, "success"), "body", body));
    }

    private static Map<String, Object> event(Storm storm) {
        Zone zone = Zone.of(storm.area()).getFirst();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", "고속도로");
        event.put("eventType", storm.peril().title());
        event.put("eventDetailType", storm.peril() == Peril.ACCIDENT ? "충돌사고" : "교통통제");
        event.put("startDate", SECOND.format(storm.from()));
        event.put("coordX", zone.longitude());
        event.put("coordY", zone.latitude());
        event.put("linkId", String.valueOf(1_860_000_000L + storm.number()));
        event.put("roadName", zone.road());
        event.put("roadNo", "");
        event.put("roadDrcType", "종점");
        event.put("lanesBlockType", "");
        event.put("lanesBlocked", storm.grave() ? "전면통제" : "1차로 차단");
        event.put("message", "");
        event.put("endDate", "");
        return event;
    }

    private Fault fault(Service service, String given) {
        return key.isEmpty() || key.equals(given) ? faults.getOrDefault(service, Fault.NONE) : Fault.ERROR_INSIDE;
    }

    private static boolean isRefusal(Fault fault) {
        return switch (fault) {
            case BLOCKED, BAD_GATEWAY, CHANGED, ERROR_INSIDE, LIMITED -> true;
            case NONE, SLOW, DOUBLED, DISORDERED, LATE_SCAN, REUSED -> false;
        };
    }

    private static Saying refusal(Fault fault) {
        return switch (fault) {
            case BLOCKED -> new Saying(403, "text/plain;charset=UTF-8", "Forbidden", 0);
            case BAD_GATEWAY -> new Saying(502, "text/html;charset=UTF-8", "<html>502 Bad Gateway</html>", 0);
            case LIMITED -> gateway("LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR", 22);
            case CHANGED -> new Saying(200, "application/json;charset=UTF-8", "{\"warnings\":[]}", 0);
            default -> gateway("SERVICE_KEY_IS_NOT_REGISTERED_ERROR", 30);
        };
    }

    private static Saying gateway(String name, int code) {
        String xml = """
                <OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>SERVICE ERROR</errMsg>\
                <returnAuthMsg>%s</returnAuthMsg><returnReasonCode>%d</returnReasonCode></cmmMsgHeader>\
                </OpenAPI_ServiceResponse>
                """.formatted(name, code);
        return new Saying(200, "application/xml;charset=UTF-8", xml, 0);
    }

    private static Saying said(Fault fault, Map<String, Object> body) {
        return new Saying(
                200, "application/json;charset=UTF-8", Json.write(body), fault == Fault.SLOW ? SLOW_MILLIS : 0);
    }
}
