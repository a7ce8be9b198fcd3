package kr.dochak.simulator.inquiry;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.simulator.carriers.Scan;

/**
 * CJ대한통운: a page that hands out a cookie and a {@code _csrf}, then JSON. The driver's name and number stand inside the text
 * of an event; papers without a scan are a parcel without events.
 */
final class Cj implements Window {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.0");

    @Override
    public Source source() {
        return Source.CJ;
    }

    @Override
    public Saying found(Told told) {
        return Saying.json(body(List.of(parcel(told)), events(told)));
    }

    @Override
    public Saying notFound(String number) {
        return Saying.json(body(List.of(), List.of()));
    }

    private static Map<String, Object> body(List<?> parcels, List<?> events) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("parcelResultMap", Map.of("resultList", parcels, "paramInvcNo", ""));
        body.put("parcelDetailResultMap", Map.of("resultList", events));
        return body;
    }

    private static Map<String, Object> parcel(Told told) {
        Map<String, Object> parcel = new LinkedHashMap<>();
        parcel.put("invcNo", told.number());
        parcel.put("sendrNm", told.sender());
        parcel.put("rcvrNm", told.recipient());
        parcel.put("itemNm", told.item());
        parcel.put("qty", "1");
        parcel.put("rgmailNo", told.number());
        parcel.put("oriTrspbillnum", null);
        parcel.put("rtnTrspbillnum", null);
        parcel.put(
                "nsDlvNm", events(told).isEmpty() ? "" : events(told).getLast().get("crgSt"));
        return parcel;
    }

    private static List<Map<String, Object>> events(Told told) {
        return told.scans().stream()
                .filter(scan -> !code(scan).isEmpty())
                .map(Cj::event)
                .toList();
    }

    private static Map<String, Object> event(Scan scan) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("nsDlvNm", "");
        event.put("crgNm", words(scan));
        event.put("crgSt", code(scan));
        event.put("dTime", time(scan.occurredAt()));
        event.put("empImgNm", scan.stage().name().equals("OUT") ? "EMP_IMG_NM" : null);
        event.put("regBranId", "%04d".formatted(Math.floorMod(scan.place().hashCode(), 10_000)));
        event.put("regBranNm", scan.place());
        event.put("scanNm", scan.stage().words(scan.carrier()));
        return event;
    }

    static String time(LocalDateTime at) {
        return TIME.format(at);
    }

    /** 11 to 91 are known; 84 and beyond are made up, and what is only registered is no event. */
    private static String code(Scan scan) {
        return switch (scan.stage()) {
            case REGISTERED -> "";
            case COLLECTED -> "11";
            case DEPARTED -> "21";
            case HUB_OUT, FERRY -> "41";
            case HUB_IN -> "42";
            case LOCAL_IN, WRONG_PLACE -> "44";
            case OUT -> "82";
            case MISSED -> "84";
            case DELIVERED -> "91";
            case ACCIDENT -> "95";
            case RETURNING -> "96";
            case RETURNED -> "97";
        };
    }

    private static String words(Scan scan) {
        return switch (scan.stage()) {
            case COLLECTED -> "보내시는 고객님으로부터 상품을 인수받았습니다";
            case OUT -> "고객님의 상품을 배송할 예정입니다.(배송담당:홍길동 010-0000-0000)";
            case DELIVERED -> "고객님의 상품이 배송완료 되었습니다.(담당사원:홍길동 010-0000-0000)";
            case LOCAL_IN -> "고객님의 상품이 배송지에 도착하였습니다.(배송예정:홍길동 010-0000-0000)";
            case REGISTERED, DEPARTED, HUB_IN, HUB_OUT, FERRY -> "배송지역으로 상품이 이동중입니다.";
            case WRONG_PLACE, MISSED, ACCIDENT, RETURNING, RETURNED ->
                scan.stage().words(scan.carrier()) + " 처리되었습니다.";
        };
    }

    @Override
    public Saying failed() {
        return Saying.json(Map.of("errorCode", "E9999", "errorMessage", "시스템 오류가 발생하였습니다."));
    }

    @Override
    public Saying changed(Told told) {
        return Saying.json(Map.of("trackingResult", Map.of("parcels", List.of(parcel(told)), "steps", events(told))));
    }

    @Override
    public Saying limited() {
        return Saying.page(403, "Access Denied", "<h1>Access Denied</h1><p>비정상적인 접근이 감지되어 차단되었습니다.</p>");
    }
}
