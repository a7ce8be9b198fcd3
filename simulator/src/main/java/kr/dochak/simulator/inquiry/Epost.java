package kr.dochak.simulator.inquiry;

import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import kr.dochak.simulator.carriers.Scan;

/** 우체국택배: a page whose way is the table {@code #processTable}. */
final class Epost implements Window {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy.MM.dd");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    @Override
    public Source source() {
        return Source.EPOST;
    }

    @Override
    public Saying found(Told told) {
        return page(told, told.scans().stream().map(Epost::row).collect(Collectors.joining("\n")));
    }

    private static Saying page(Told told, String rows) {
        return Saying.page(200, "우체국 배송조회", """
                <table class="table_col">
                  <tr><th>등기번호</th><th>보내는 분/접수일자</th><th>받는 분</th><th>배달결과</th></tr>
                  <tr><th>%s</th><td>%s</td><td>%s</td><td>%s</td></tr>
                </table>
                <table id="processTable">
                  <thead><tr><th>날짜</th><th>시간</th><th>발생국</th><th>처리현황</th></tr></thead>
                  <tbody>
                %s
                  </tbody>
                </table>""".formatted(
                told.number(), Saying.escaped(told.sender()), Saying.escaped(told.recipient()), result(told), rows));
    }

    private static String result(Told told) {
        return told.scans().isEmpty() ? "" : told.scans().getLast().stage().words(told.carrier());
    }

    private static String row(Scan scan) {
        return "<tr><td>%s</td><td>%s</td><td><a href=\"#\" onclick=\"return false;\">%s</a></td><td>%s</td></tr>"
                .formatted(
                        DAY.format(scan.occurredAt()),
                        HOUR.format(scan.occurredAt()),
                        Saying.escaped(scan.place()),
                        scan.stage().words(scan.carrier()));
    }

    @Override
    public Saying notFound(String number) {
        return Saying.page(200, "우체국 배송조회", "<p class=\"txt\">조회하신 배송정보가 없습니다.</p>");
    }

    @Override
    public Saying failed() {
        return Saying.page(200, "시스템 점검", "<p>시스템 오류로 서비스를 제공할 수 없습니다.</p>");
    }

    @Override
    public Saying changed(Told told) {
        String rows = told.scans().stream()
                .map(scan -> "<dt>%s</dt><dd>%s</dd>"
                        .formatted(DAY.format(scan.occurredAt()), scan.stage().words(scan.carrier())))
                .collect(Collectors.joining("\n"));
        return Saying.page(200, "우체국", "<dl class=\"trace-list\">" + rows + "</dl>");
    }
}
