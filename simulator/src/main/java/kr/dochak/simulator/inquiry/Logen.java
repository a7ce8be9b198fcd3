package kr.dochak.simulator.inquiry;

import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import kr.dochak.simulator.carriers.Scan;

/** 로젠택배: a page with a table of moments; an empty row says that the number is unknown. */
final class Logen implements Window {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm");

    @Override
    public Source source() {
        return Source.LOGEN;
    }

    @Override
    public Saying found(Told told) {
        return page(told.scans().stream().map(Logen::row).collect(Collectors.joining("\n")));
    }

    private static Saying page(String rows) {
        return Saying.page(200, "로젠택배 배송조회", """
                <table class="data tkInfo">
                  <thead><tr><th>날짜</th><th>사업장</th><th>배송상태</th><th>배송내용</th></tr></thead>
                  <tbody>
                %s
                  </tbody>
                </table>""".formatted(rows));
    }

    private static String row(Scan scan) {
        String words = scan.stage().words(scan.carrier());
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(TIME.format(scan.occurredAt()), Saying.escaped(scan.place()), words, describe(words, scan));
    }

    private static String describe(String words, Scan scan) {
        return Saying.escaped(scan.place()) + "에서 " + words + " 되었습니다.";
    }

    @Override
    public Saying notFound(String number) {
        return page("<tr class=\"empty\"><td colspan=\"4\">배송 조회 결과가 없습니다.</td></tr>");
    }

    @Override
    public Saying failed() {
        return Saying.page(200, "오류", "<p>일시적인 오류가 발생했습니다.</p>");
    }

    @Override
    public Saying changed(Told told) {
        String rows = told.scans().stream()
                .map(scan -> "<div class=\"step\">" + scan.stage().words(scan.carrier()) + "</div>")
                .collect(Collectors.joining("\n"));
        return Saying.page(200, "로젠택배", "<div class=\"steps\">" + rows + "</div>");
    }
}
