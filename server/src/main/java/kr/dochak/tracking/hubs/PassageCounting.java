package kr.dochak.tracking.hubs;

import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import kr.dochak.database.Sql;
import kr.dochak.shared.Seoul;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts how long the parts of parcels' ways took that ended on one day, and sums the days up to what is usual. */
@Repository
class PassageCounting {

    private final JdbcClient jdbc;

    PassageCounting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts a day anew as a whole; inside a transaction. A visit is what a parcel was scanned for at one place before it was
     * scanned elsewhere.
     */
    void count(LocalDate day, LocalDate oldest) {
        jdbc.sql("delete from tracking.passage_day where day = :day or day < :oldest")
                .param("day", Date.valueOf(day))
                .param("oldest", Date.valueOf(oldest))
                .update();
        jdbc.sql("""
                with scanned as (
                    select shipment_id, occurred_at, status, place,
                           place is distinct from lag(place) over by_time as arrives
                    from tracking.scan
                    where received_at >= :from::timestamptz - interval '4 days'
                      and received_at < :to::timestamptz + interval '1 day'
                      and occurred_at >= :from::timestamptz - interval '4 days' and occurred_at < :to::timestamptz
                      and status in ('PICKED_UP', 'IN_TRANSIT', 'EXCEPTION', 'OUT_FOR_DELIVERY', 'DELIVERED') and place <> ''
                    window by_time as (partition by shipment_id order by occurred_at, status = 'DELIVERED')
                ), numbered as (
                    select *, count(*) filter (where arrives)
                                  over (partition by shipment_id order by occurred_at, status = 'DELIVERED') as visit
                    from scanned
                ), visited as (
                    select shipment_id, visit, min(place) as place, min(occurred_at) as came,
                           min(occurred_at) filter (where status = 'PICKED_UP') as taken,
                           min(occurred_at) filter (where status = 'OUT_FOR_DELIVERY') as out_at,
                           min(occurred_at) filter (where status = 'DELIVERED') as delivered_at,
                           max(occurred_at) filter (where status <> 'DELIVERED') as last_at
                    from numbered group by shipment_id, visit
                ), way as (
                    select v.*, s.carrier, s.registered_at, coalesce(out_at, last_at) as left_at,
                           lead(v.place) over (partition by v.shipment_id order by visit) as next_place,
                           lead(came) over (partition by v.shipment_id order by visit) as next_came
                    from visited v join tracking.shipment s on s.id = v.shipment_id
                ), passage as (
                    select 'STAY' as kind, carrier, place, '' as toward, came as began, left_at as ended, out_at is not null as door
                    from way where left_at > came
                    union all
                    select 'LEG', carrier, place, to_place, left_at, next_came, false
                    from way cross join lateral (values (next_place), ('')) as t (to_place)
                    where next_came > left_at and out_at is null
                    union all
                    select 'TOUR', carrier, place, '', out_at, delivered_at, false from way where delivered_at > out_at
                    union all
                    select 'WAIT', carrier, '', '', registered_at, taken, false from way where taken > registered_at
                )
                insert into tracking.passage_day (day, kind, carrier, place, toward, hour, parcels, doors, p50, p90)
                select :day::date, kind, carrier, place, toward,
                       extract(hour from began at time zone 'Asia/Seoul')::int, count(*), count(*) filter (where door),
                       percentile_disc(.5) within group (order by extract(epoch from ended - began)::bigint),
                       percentile_disc(.9) within group (order by extract(epoch from ended - began)::bigint)
                from passage
                where ended >= :from::timestamptz and ended < :to::timestamptz
                group by 2, 3, 4, 5, 6
                """)
                .param("from", Sql.at(Seoul.instant(day, LocalTime.MIDNIGHT)))
                .param("to", Sql.at(Seoul.instant(day.plusDays(1), LocalTime.MIDNIGHT)))
                .param("day", Date.valueOf(day))
                .update();
    }

    /** Makes what is usual anew, from all days that are counted. */
    void sum() {
        jdbc.sql("delete from tracking.usual_passage").update();
        jdbc.sql("""
                insert into tracking.usual_passage (kind, carrier, place, toward, hour, days, parcels, doors, p50, p90)
                select kind, carrier, place, toward, hour, count(*), sum(parcels), sum(doors),
                       percentile_disc(.5) within group (order by p50),
                       greatest(percentile_disc(.5) within group (order by p50),
                                percentile_disc(.5) within group (order by p90))
                from tracking.passage_day group by kind, carrier, place, toward, hour
                """).update();
    }

    UsualTimes usual() {
        Map<UsualTimes.Key, UsualTimes.Hours> hours = new HashMap<>();
        jdbc.sql("select * from tracking.usual_passage")
                .query((row, n) -> hours.computeIfAbsent(
                                new UsualTimes.Key(
                                        UsualTimes.Kind.valueOf(row.getString("kind")),
                                        row.getString("carrier"),
                                        row.getString("place"),
                                        row.getString("toward")),
                                key -> new UsualTimes.Hours())
                        .put(
                                row.getInt("hour"),
                                new UsualTimes.Hour(
                                        row.getLong("days"),
                                        row.getLong("parcels"),
                                        row.getLong("doors"),
                                        row.getLong("p50"),
                                        row.getLong("p90"))))
                .list();
        return new UsualTimes(hours);
    }
}
