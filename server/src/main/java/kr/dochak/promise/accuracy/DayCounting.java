package kr.dochak.promise.accuracy;

import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.shared.Seoul;
import kr.dochak.time.DailyCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts how the windows of one day's deliveries held. May be repeated: a day is counted anew as a whole. */
@Repository
class DayCounting implements DailyCount.Days {

    /** How far back a new installation counts, in days. */
    static final int BACK = 90;

    /** On how many days a day is counted, since carriers report some deliveries late. */
    static final int AGAIN = 3;

    private final JdbcClient jdbc;
    private final ArrivalCounting arrivals;

    DayCounting(JdbcClient jdbc, ArrivalCounting arrivals) {
        this.jdbc = jdbc;
        this.arrivals = arrivals;
    }

    @Override
    public Map<LocalDate, LocalDate> counted(LocalDate from) {
        return jdbc
                .sql("select day, counted_on from promise.window_counted where day >= :from")
                .param("from", Date.valueOf(from))
                .query((row, n) -> Map.entry(
                        row.getDate("day").toLocalDate(),
                        row.getDate("counted_on").toLocalDate()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Counts what was delivered on a day. Promises are found by the day they were for, which a scan does not change, so that
     * none of what it changes needs an index: a parcel more than a month off its promise is left out.
     */
    @Override
    @Transactional
    public void count(LocalDate day, LocalDate today) {
        mark(day, today);
        forget(day);
        arrivals.count(day);
        jdbc.sql("""
                with delivered as materialized (
                    select id, tenant_id, carrier, origin, destination, delivered_at, picked_up_at, delay_cause, place
                    from promise.promise
                    where carrier <> 'test.dochak'
                      and promised_to >= :from::timestamptz - interval '30 days' and promised_to < :to::timestamptz + interval '30 days'
                      and delivered_at >= :from::timestamptz and delivered_at < :to::timestamptz
                      and state in ('KEPT', 'MISSED') and not timed and not promise.on_customers_day(basis)
                ), shown as (
                    select d.*, 'ORDER' as stage, l.p10, l.p50, l.p90, l.promised_to
                    from delivered d cross join lateral (
                        select * from promise.ledger l where l.promise_id = d.id order by l.id limit 1) l
                    where l.source = 'ORDER'
                    union all
                    select d.*, 'HANDOVER', l.p10, l.p50, l.p90, l.promised_to
                    from delivered d cross join lateral (
                        select * from promise.ledger l
                        where l.promise_id = d.id and l.made_at <= d.picked_up_at + interval '1 hour'
                        order by l.id desc limit 1) l
                ), causes as (
                    insert into promise.window_cause
                        (tenant_id, day, carrier, origin, destination, cause, place, promises)
                    select tenant_id, :day::date, carrier, origin, destination, delay_cause, place, count(*)
                    from delivered where delay_cause is not null
                    group by tenant_id, carrier, origin, destination, delay_cause, place
                )
                insert into promise.window_day
                    (tenant_id, day, stage, carrier, origin, destination, told, inside, early, late, late_of_promise,
                     width_seconds, error_seconds, pinball90_seconds)
                select tenant_id, :day::date, stage, carrier, origin, destination, count(*),
                       count(*) filter (where delivered_at between p10 and p90),
                       count(*) filter (where delivered_at < p10),
                       count(*) filter (where delivered_at > p90),
                       count(*) filter (where delivered_at > promised_to),
                       sum(extract(epoch from p90 - p10))::bigint,
                       sum(abs(extract(epoch from delivered_at - p50)))::bigint,
                       sum(greatest(.9 * extract(epoch from delivered_at - p90),
                                    .1 * extract(epoch from p90 - delivered_at)))::bigint
                from shown
                group by tenant_id, stage, carrier, origin, destination
                """)
                .param("from", Sql.at(Seoul.instant(day, LocalTime.MIDNIGHT)))
                .param("to", Sql.at(Seoul.instant(day.plusDays(1), LocalTime.MIDNIGHT)))
                .param("day", Date.valueOf(day))
                .update();
    }

    /** Takes the day's row, so that two processes count it one after the other. */
    private void mark(LocalDate day, LocalDate today) {
        jdbc.sql("""
                insert into promise.window_counted (day, counted_on) values (:day, :today)
                on conflict (day) do update set counted_on = excluded.counted_on
                """)
                .param("day", Date.valueOf(day))
                .param("today", Date.valueOf(today))
                .update();
    }

    private void forget(LocalDate day) {
        jdbc.sql("delete from promise.window_day where day = :day")
                .param("day", Date.valueOf(day))
                .update();
        jdbc.sql("delete from promise.window_cause where day = :day")
                .param("day", Date.valueOf(day))
                .update();
    }
}
