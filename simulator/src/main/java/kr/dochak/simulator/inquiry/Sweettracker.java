package kr.dochak.simulator.inquiry;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Scan;
import kr.dochak.simulator.carriers.Stage;
import kr.dochak.simulator.korea.KoreanTime;

/** Sweettracker's shapes: one for all carriers, six levels, errors with 200. The numbers of its errors are made up. */
final class Sweettracker implements Window {

    static final Map<String, Carrier> CODES = Map.of(
            "04", Carrier.CJ,
            "05", Carrier.HANJIN,
            "08", Carrier.LOTTE,
            "01", Carrier.EPOST,
            "06", Carrier.LOGEN,
            "94", Carrier.COUPANG_LS);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Override
    public Source source() {
        return Source.SWEETTRACKER;
    }

    @Override
    public Saying found(Told told) {
        return told.scans().isEmpty() ? notFound(told.number()) : Saying.json(tracking(told));
    }

    private static Map<String, Object> tracking(Told told) {
        List<Map<String, Object>> details =
                told.scans().stream().map(Sweettracker::detail).toList();
        int level = told.scans().stream()
                .mapToInt(scan -> level(scan.stage()))
                .max()
                .orElse(1);
        boolean complete = level == 6;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("result", "Y");
        json.put("senderName", told.sender());
        json.put("receiverName", told.recipient());
        json.put("receiverAddr", told.area());
        json.put("itemName", told.item());
        json.put("invoiceNo", told.number());
        json.put("orderNumber", null);
        json.put("adUrl", null);
        json.put("estimate", level == 5 ? "15:00~17:00" : "");
        json.put("level", level);
        json.put("complete", complete);
        json.put("completeYN", complete ? "Y" : "N");
        json.put("recipient", "");
        json.put("itemImage", "");
        json.put("productInfo", null);
        json.put("zipCode", null);
        json.put("firstDetail", details.getFirst());
        json.put("lastDetail", details.getLast());
        json.put("lastStateDetail", details.getLast());
        json.put("trackingDetails", details);
        return json;
    }

    private static Map<String, Object> detail(Scan scan) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("time", millis(scan.occurredAt()));
        detail.put("timeString", TIME.format(scan.occurredAt()));
        detail.put("code", null);
        detail.put("where", scan.place());
        detail.put("kind", scan.stage().words(scan.carrier()));
        detail.put("telno", "1588-0000");
        detail.put("telno2", "");
        detail.put("remark", null);
        detail.put("level", level(scan.stage()));
        detail.put("manName", scan.stage() == Stage.OUT ? "홍길동" : "");
        detail.put("manPic", "");
        return detail;
    }

    private static long millis(LocalDateTime at) {
        return at.toInstant(KoreanTime.OFFSET).toEpochMilli();
    }

    static int level(Stage stage) {
        return switch (stage) {
            case REGISTERED -> 1;
            case COLLECTED -> 2;
            case DEPARTED, HUB_IN, HUB_OUT, FERRY, WRONG_PLACE, RETURNING, RETURNED -> 3;
            case LOCAL_IN -> 4;
            case OUT, MISSED -> 5;
            case DELIVERED -> 6;
            case ACCIDENT -> -99;
        };
    }

    /** What is posted to a callback for one scan; {@code estmate} is their spelling. */
    static Map<String, Object> pushed(Scan scan, String fid, String secret) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("secret_value", secret);
        json.put("fid", fid);
        json.put("invoice_no", scan.trackingNumber());
        json.put("level", Integer.toString(level(scan.stage())));
        json.put("time_trans", TIME.format(scan.occurredAt()));
        json.put("time_sweet", TIME.format(scan.occurredAt().plusMinutes(1)));
        json.put("where", scan.place());
        json.put("telno_office", "1588-0000");
        json.put("telno_man", scan.stage() == Stage.OUT ? "010-0000-0000" : "");
        json.put("details", scan.stage().words(scan.carrier()));
        json.put("recv_addr", "");
        json.put("recv_name", "");
        json.put("send_name", "");
        json.put("man", scan.stage() == Stage.OUT ? "홍길동" : "");
        json.put("estmate", scan.stage() == Stage.OUT ? "15:00~17:00" : "");
        return json;
    }

    static Saying companies() {
        return Saying.json(Map.of("Company", companies(CODES)));
    }

    /** Those whose numbers look like this one. */
    static Saying recommend(String number) {
        Map<String, Carrier> fitting = new LinkedHashMap<>();
        String digits = number.replaceAll("[\\s-]", "");
        CODES.entrySet().stream()
                .filter(entry -> fits(entry.getValue(), digits))
                .forEach(entry -> fitting.put(entry.getKey(), entry.getValue()));
        return Saying.json(Map.of("Recommend", companies(fitting)));
    }

    private static boolean fits(Carrier carrier, String digits) {
        return digits.matches(
                switch (carrier) {
                    case CJ -> "\\d{10}(\\d{2})?";
                    case HANJIN -> "\\d{10}|\\d{12}|\\d{14}";
                    case LOTTE, COUPANG_LS -> "\\d{12}";
                    case EPOST -> "\\d{13}";
                    case LOGEN -> "\\d{11}";
                });
    }

    private static List<Map<String, Object>> companies(Map<String, Carrier> codes) {
        List<Map<String, Object>> companies = new ArrayList<>();
        codes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> companies.add(
                        Map.of("Code", entry.getKey(), "Name", entry.getValue().title(), "International", "false")));
        return companies;
    }

    static Saying refused(String code, String message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", false);
        json.put("msg", message);
        json.put("code", code);
        return Saying.json(json);
    }

    @Override
    public Saying notFound(String number) {
        return refused("104", "유효하지 않은 운송장번호 이거나 택배사 코드 입니다.");
    }

    @Override
    public Saying failed() {
        return refused("999", "시스템 오류가 발생했습니다.");
    }

    @Override
    public Saying changed(Told told) {
        return Saying.json(Map.of("data", tracking(told)));
    }

    @Override
    public Saying limited() {
        return refused("106", "조회 가능 건수를 초과하였습니다.");
    }
}
