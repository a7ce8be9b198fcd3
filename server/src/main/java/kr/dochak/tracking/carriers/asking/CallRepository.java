package kr.dochak.tracking.carriers.asking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.CarrierAnswer.UnknownCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How asking goes, by hour and outcome, and the codes nobody knows. */
@Repository
class CallRepository {

    /** At most so many unknown codes of one source are stored: a page gone wild must not fill the table. */
    private static final int MOST_UNKNOWN = 500;

    private final JdbcClient jdbc;

    CallRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void count(String source, String outcome, String what, Instant now) {
        jdbc.sql("""
                insert into tracking.route_call (source, hour, outcome, calls, last_at, last_what)
                values (:source, :hour, :outcome, 1, :now, :what)
                on conflict (source, hour, outcome) do update
                set calls = route_call.calls + 1, last_at = excluded.last_at, last_what = excluded.last_what
                """)
                .param("source", source)
                .param("hour", Sql.at(now.truncatedTo(ChronoUnit.HOURS)))
                .param("outcome", outcome)
                .param("now", Sql.at(now))
                .param("what", what)
                .update();
    }

    /** Notes a code without a meaning; texts that differ only in figures are one. */
    void unknown(String source, CarrierId carrier, TrackingNumber number, List<UnknownCode> codes, Instant now) {
        for (UnknownCode code : codes) {
            jdbc.sql("""
                    insert into tracking.unknown_code
                        (source, carrier, code, shape, text, tracking_number, first_at, last_at, times)
                    select :source, :carrier, :code, :shape, :text, :number, :now, :now, 1
                    where (select count(*) from tracking.unknown_code where source = :source) < :most
                    on conflict (source, carrier, code, shape) do update
                    set times = unknown_code.times + 1, last_at = excluded.last_at, text = excluded.text,
                        tracking_number = excluded.tracking_number
                    """)
                    .param("source", source)
                    .param("carrier", carrier.value())
                    .param("code", code.code())
                    .param("shape", code.text().replaceAll("\\d+", "#"))
                    .param("text", code.text())
                    .param("number", number.value())
                    .param("now", Sql.at(now))
                    .param("most", MOST_UNKNOWN)
                    .update();
        }
    }

    int forgetCalls(Instant before, int most) {
        return jdbc.sql("""
                delete from tracking.route_call where (source, hour, outcome) in (
                    select source, hour, outcome from tracking.route_call where hour < :before
                    order by hour limit :most for update skip locked)
                """).param("before", Sql.at(before)).param("most", most).update();
    }
}
