package kr.dochak.simulator.inquiry;

import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import kr.dochak.simulator.carriers.Scan;

/** Coupang LS: the piece of a page that a dialog shows; the newest is first. Its inner marks are not documented. */
final class CoupangLs implements Window {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Override
    public Source source() {
        return Source.COUPANG_LS;
    }

    @Override
    public Saying found(Told told) {
        String rows = told.scans().reversed().stream().map(CoupangLs::row).collect(Collectors.joining("\n"));
        return Saying.page(200, "배송조회", """
                <div class="tracking-detail">
                  <table>
                    <thead><tr><th>처리일시</th><th>현재위치</th><th>배송상태</th></tr></thead>
                    <tbody>
                %s
                    </tbody>
                  </table>
                </div>""".formatted(rows));
    }

    private static String row(Scan scan) {
        return "<tr><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        TIME.format(scan.occurredAt()),
                        Saying.escaped(scan.place()),
                        scan.stage().words(scan.carrier()));
    }

    @Override
    public Saying notFound(String number) {
        return Saying.page(200, "배송조회", "<p class=\"no-data\">운송장 정보가 없습니다.</p>");
    }

    @Override
    public Saying failed() {
        return Saying.page(200, "배송조회", "<p>잠시 후 다시 시도해 주세요.</p>");
    }

    @Override
    public Saying changed(Told told) {
        return Saying.page(200, "배송조회", "<div id=\"root\"></div><script src=\"/static/app.js\"></script>");
    }
}
