package kr.dochak.promise.accuracy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.database.Sql;
import kr.dochak.promise.windows.BasisColumn;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deliveries that happened, with what was told: with the order from 10 to 20 o'clock, at the hand-over from 12 to 18, and
 * hours later nonsense that nobody may be judged by.
 */
record Deliveries(JdbcClient jdbc, long tenantId) {

    static final WindowBasis LANE = new WindowBasis.Lane("인천", "서울", 41);

    private static final AtomicLong ORDERS = new AtomicLong(880_000_000);

    /** So many of one day that all came at one time of it. */
    void come(LocalDate day, String carrier, String destination, int count, LocalTime at) {
        come(day, carrier, destination, count, at, LANE, false, null, "");
    }

    void come(
            LocalDate day,
            String carrier,
            String destination,
            int count,
            LocalTime at,
            WindowBasis basis,
            boolean timed,
            @Nullable String cause,
            String place) {
        Instant confirmed = Seoul.instant(day.minusDays(1), LocalTime.of(10, 0));
        long first = ORDERS.getAndAdd(count);
        jdbc.sql("""
                with made as (
                    insert into promise.promise
                        (tenant_id, order_id, open_lines, person_id, origin, destination, carrier, total_won,
                         confirmed_at, promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at,
                         picked_up_at, place, state, delay_kind, delay_cause, found_at, delivered_at, settled_at)
                    select :tenant, :first::bigint + n, 1, 1, '인천', :destination, :carrier, 20000, :confirmed::timestamptz, :from::timestamptz, :end::timestamptz, :timed,
                           :from::timestamptz, :middle::timestamptz, :to::timestamptz, :basis::jsonb, :middle::timestamptz, 'OUT_FOR_DELIVERY', :from::timestamptz, :picked::timestamptz, :place,
                           case when :at::timestamptz > :end::timestamptz then 'MISSED' else 'KEPT' end,
                           case when :cause::text is null then null else 'PREDICTED' end, :cause::text,
                           case when :cause::text is null then null else :at::timestamptz end, :at::timestamptz, :at::timestamptz
                    from generate_series(1, :count) as s (n)
                    returning id
                )
                insert into promise.ledger
                    (promise_id, made_at, p10, p50, p90, promised_from, promised_to, source, basis, model_version)
                select id, made_at, f, m, t, :from::timestamptz, :end::timestamptz, source, :basis::jsonb, 1
                from made cross join (values
                    (:confirmed::timestamptz, :from::timestamptz, :middle::timestamptz, :to::timestamptz, 'ORDER'),
                    (:picked::timestamptz + interval '5 minutes', :from::timestamptz + interval '2 hours',
                     :middle::timestamptz, :to::timestamptz - interval '2 hours', 'SCAN'),
                    (:picked::timestamptz + interval '9 hours', :at::timestamptz, :at::timestamptz, :at::timestamptz,
                     'SCAN')) as shown (made_at, f, m, t, source)
                order by id, made_at
                """)
                .param("tenant", tenantId)
                .param("first", first)
                .param("destination", destination)
                .param("carrier", carrier)
                .param("confirmed", Sql.at(confirmed))
                .param("from", Sql.at(Seoul.instant(day, LocalTime.of(10, 0))))
                .param("middle", Sql.at(Seoul.instant(day, LocalTime.of(15, 0))))
                .param("to", Sql.at(Seoul.instant(day, LocalTime.of(20, 0))))
                .param("end", Sql.at(Seoul.endOf(day)))
                .param("picked", Sql.at(confirmed.plus(Duration.ofHours(8))))
                .param("timed", timed)
                .param("basis", BasisColumn.write(basis))
                .param("cause", cause)
                .param("place", place)
                .param("at", Sql.at(Seoul.instant(day, at)))
                .param("count", count)
                .update();
    }
}
