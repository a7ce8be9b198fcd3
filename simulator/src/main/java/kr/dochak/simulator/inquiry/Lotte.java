package kr.dochak.simulator.inquiry;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.simulator.carriers.Scan;
import kr.dochak.simulator.carriers.Stage;

/** 롯데택배: one list in JSON, day and hour apart; the registration has no hour, and somebody signs after the delivery. */
final class Lotte implements Window {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HHmmss");
    private static final String NO_HOUR = "------";

    @Override
    public Source source() {
        return Source.LOTTE;
    }

    @Override
    public Saying found(Told told) {
        return Saying.json(body("", "", "success", rows(told)));
    }

    @Override
    public Saying notFound(String number) {
        return Saying.json(body("", "", "success", List.of()));
    }

    @Override
    public Saying failed() {
        return Saying.json(body("E999", "시스템 오류", "fail", List.of()));
    }

    @Override
    public Saying changed(Told told) {
        return Saying.json(Map.of("code", "0", "data", Map.of("history", rows(told))));
    }

    private static Map<String, Object> body(String code, String name, String result, List<?> rows) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errorCd", code);
        body.put("errorNm", name);
        body.put("result", result);
        body.put("tracking", rows);
        return body;
    }

    private static List<Map<String, Object>> rows(Told told) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Scan scan : told.scans()) {
            rows.add(row(scan, code(scan.stage()), scan.stage().words(scan.carrier()), HOUR.format(scan.occurredAt())));
            if (scan.stage() == Stage.OUT && Math.floorMod(scan.trackingNumber().hashCode(), 9) == 4) {
                rows.add(row(
                        scan, "47", "무인택배함 보관", HOUR.format(scan.occurredAt().plusMinutes(1))));
            }
            if (scan.stage() == Stage.DELIVERED) {
                rows.add(row(scan, "45", "인수자등록", HOUR.format(scan.occurredAt().plusMinutes(1))));
            }
        }
        return rows;
    }

    private static Map<String, Object> row(Scan scan, String code, String words, String hour) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("BRNSHP_CD", "%05d".formatted(Math.floorMod(scan.place().hashCode(), 100_000)));
        row.put("BRNSHP_NM", scan.place());
        row.put("BRNSHP_TEL", "1588-2121");
        row.put("EMP_NM", "홍길동");
        row.put("EMP_NO", "000000");
        row.put("EMP_TEL", "010-0000-0000");
        row.put("GODS_STAT_CD", code);
        row.put("GODS_STAT_NM", words);
        row.put("PTN_BRNSHP_NM", "");
        row.put("SCAN_YMD", DAY.format(scan.occurredAt()));
        row.put("SCAN_TME", scan.stage() == Stage.REGISTERED ? NO_HOUR : hour);
        row.put("STATUS", words);
        return row;
    }

    /** Up to 45 they are known; those beyond are made up, and 47 is one that no table has. */
    private static String code(Stage stage) {
        return switch (stage) {
            case REGISTERED -> "12";
            case COLLECTED -> "10";
            case DEPARTED -> "20";
            case HUB_IN -> "21";
            case HUB_OUT, FERRY -> "24";
            case LOCAL_IN, WRONG_PLACE -> "25";
            case OUT -> "40";
            case DELIVERED -> "41";
            case MISSED -> "49";
            case ACCIDENT -> "60";
            case RETURNING -> "70";
            case RETURNED -> "71";
        };
    }
}
