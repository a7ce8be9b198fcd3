package kr.dochak.console;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day of asking carriers, good and bad, as the integration page has to show it. */
final class IntegrationHistory {

    private final JdbcClient jdbc;
    private final Instant now;

    IntegrationHistory(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.now = clock.instant();
    }

    void happen() {
        call("cj", "FOUND", 12_804, 2, "");
        call("cj", "BLOCKED", 31, 1, "http-403");
        call("hanjin", "BUSY", 7, 40, "notice");
        call("sweettracker", "NOT_FOUND", 96, 12, "");
        call("sweettracker", "SILENT", 3, 200, "HttpTimeoutException");
        unknown("57", "배송지역 도착 후 무인보관함에 넣을 예정이에요. 보관함 비밀번호는 문자로 보내요.", 41);
        unknown("", "드론 이륙", 1);
    }

    private void call(String source, String outcome, long calls, int minutesAgo, String what) {
        Timestamp at = Timestamp.from(now.minus(minutesAgo, ChronoUnit.MINUTES));
        jdbc.sql(
                        "insert into tracking.route_call values (:source, date_trunc('hour', :at::timestamptz), :outcome, :calls, :at, :what)")
                .param("source", source)
                .param("outcome", outcome)
                .param("calls", calls)
                .param("at", at)
                .param("what", what)
                .update();
    }

    private void unknown(String code, String text, long times) {
        jdbc.sql("""
                insert into tracking.unknown_code
                values ('cj', 'kr.cjlogistics', :code, :text, :text, '612345678901', :at, :at, :times)
                """)
                .param("code", code)
                .param("text", text)
                .param("times", times)
                .param("at", Timestamp.from(now))
                .update();
    }
}
