package kr.dochak.simulator.inquiry;

import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import kr.dochak.simulator.carriers.Scan;

/** 한진택배: a page with two tables, the parcel's and its way; told to wait, it says so on a page of 200. */
final class Hanjin implements Window {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    @Override
    public Source source() {
        return Source.HANJIN;
    }

    @Override
    public Saying found(Told told) {
        String rows = told.scans().stream().map(Hanjin::row).collect(Collectors.joining("\n"));
        return Saying.page(200, "한진택배 운송장 조회", """
                <table class="board-list-table delivery-tbl">
                  <thead><tr><th>상품명</th><th>보내는 분</th><th>받는 분</th><th>받는 주소</th><th>운임</th></tr></thead>
                  <tbody><tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>신용</td></tr></tbody>
                </table>
                <div class="waybill-tbl">
                <table class="board-list-table">
                  <thead><tr><th>날짜</th><th>시간</th><th>상품위치</th><th>배송 진행상황</th><th>전화번호</th></tr></thead>
                  <tbody>
                %s
                  </tbody>
                </table>
                </div>""".formatted(
                        Saying.escaped(told.item()),
                        Saying.escaped(told.sender()),
                        Saying.escaped(told.recipient()),
                        told.area(),
                        rows));
    }

    private static String row(Scan scan) {
        return """
                <tr><td class="w-date">%s</td><td class="w-time">%s</td><td class="w-org">%s</td>\
                <td class="w-step"><span class="stateDesc">%s</span></td><td class="w-tel">1588-0011</td></tr>""".formatted(
                        DAY.format(scan.occurredAt()),
                        HOUR.format(scan.occurredAt()),
                        Saying.escaped(scan.place()),
                        words(scan));
    }

    private static String words(Scan scan) {
        return switch (scan.stage()) {
            case REGISTERED -> "고객님께서 상품을 접수하셨습니다.";
            case COLLECTED -> "집하되었습니다.";
            case DEPARTED, HUB_OUT, FERRY -> "다음 도착지로 이동중입니다.";
            case HUB_IN -> scan.place() + "에 도착하였습니다.";
            case LOCAL_IN -> scan.place() + "에 입고되어 배송준비중입니다.";
            case OUT -> "배송출발하였습니다. (배송직원 홍길동 010-0000-0000)";
            case DELIVERED -> "배송완료되었습니다.";
            case WRONG_PLACE, MISSED, ACCIDENT, RETURNING, RETURNED ->
                scan.stage().words(scan.carrier()) + " 처리되었습니다.";
        };
    }

    @Override
    public Saying notFound(String number) {
        return Saying.page(200, "한진택배 운송장 조회", "<p class=\"noData\">운송장이 등록되지 않았거나 업체에서 상품을 준비중입니다.</p>");
    }

    @Override
    public Saying failed() {
        return Saying.page(200, "오류", "<div class=\"error-wrap\"><p>서비스 이용에 불편을 드려 죄송합니다. 시스템 오류입니다.</p></div>");
    }

    @Override
    public Saying changed(Told told) {
        String rows = told.scans().stream()
                .map(scan -> "<p><b>" + Saying.escaped(scan.place()) + "</b> " + words(scan) + "</p>")
                .collect(Collectors.joining("\n"));
        return Saying.page(200, "한진택배", "<main id=\"app\"><section>" + rows + "</section></main>");
    }

    @Override
    public Saying limited() {
        return Saying.page(200, "접속 대기", "<p>이용자가 많아 조회가 지연되고 있습니다. 몇 분 후에 다시 시도해 주세요.</p>");
    }
}
