package kr.dochak.tracking.hubs;

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

/**
 * Counts how long the parcels that left a place on one day had stayed. May be repeated: a day is counted anew as a whole.
 */
@Repository
class HubCounting implements DailyCount.Days {

    /** How far back a new installation counts, and how long counts are stored, in days. */
    static final int BACK = 35;

    /** On how many days a day is counted, since carriers report some scans late. */
    static final int AGAIN = 2;

    /** How many days count as the last ones; the rest of {@link #BACK} is what is usual. */
    private static final int RECENT = 7;

    /** Fewer parcels make no figure. */
    private static final int ENOUGH = 20;

    private final JdbcClient jdbc;
    private final PassageCounting passages;

    HubCounting(JdbcClient jdbc, PassageCounting passages) {
        this.jdbc = jdbc;
        this.passages = passages;
    }

    @Override
    public Map<LocalDate, LocalDate> counted(LocalDate from) {
        return jdbc
                .sql("select day, counted_on from tracking.hub_counted where day >= :from")
                .param("from", Date.valueOf(from))
                .query((row, n) -> Map.entry(
                        row.getDate("day").toLocalDate(),
                        row.getDate("counted_on").toLocalDate()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Counts the stays that ended on a day, by quarters of an hour: from a parcel's first scan at a place to the one it
     * left with, the van's, else the last one there; one scan alone is no stay. Scans are read by the weeks in which
     * they were received, so the longest stay that is seen is five days.
     */
    @Override
    @Transactional
    public void count(LocalDate day, LocalDate today) {
        mark(day, today);
        passages.count(day, today.minusDays(BACK));
        jdbc.sql("delete from tracking.hub_stay where day = :day or day < :oldest")
                .param("day", Date.valueOf(day))
                .param("oldest", Date.valueOf(today.minusDays(BACK)))
                .update();
        jdbc.sql("""
                with stay as (
                    select shipment_id, place, min(occurred_at) as came,
                           coalesce(min(occurred_at) filter (where status = 'OUT_FOR_DELIVERY'), max(occurred_at)) as left_at
                    from tracking.scan
                    where received_at >= :from::timestamptz - interval '5 days'
                      and received_at < :to::timestamptz + interval '2 days'
                      and occurred_at >= :from::timestamptz - interval '5 days'
                      and status in ('PICKED_UP', 'IN_TRANSIT', 'EXCEPTION', 'OUT_FOR_DELIVERY') and place <> ''
                    group by shipment_id, place
                    having count(*) > 1
                )
                insert into tracking.hub_stay (day, carrier, place, quarters, parcels)
                select :day::date, s.carrier, stay.place,
                       extract(epoch from stay.left_at - stay.came)::bigint / 900, count(*)
                from stay join tracking.shipment s on s.id = stay.shipment_id
                where stay.left_at > stay.came
                  and stay.left_at >= :from::timestamptz and stay.left_at < :to::timestamptz
                group by 2, 3, 4
                """)
                .param("from", Sql.at(Seoul.instant(day, LocalTime.MIDNIGHT)))
                .param("to", Sql.at(Seoul.instant(day.plusDays(1), LocalTime.MIDNIGHT)))
                .param("day", Date.valueOf(day))
                .update();
    }

    /** Makes the table that pages read anew: the last days of each place beside the four weeks before them. */
    @Transactional
    public void sum(LocalDate today) {
        jdbc.sql("lock table tracking.hub_dwell in exclusive mode")
                .update(); // two processes one after the other; readers read on
        passages.sum();
        jdbc.sql("delete from tracking.hub_dwell").update();
        jdbc.sql("""
                with counted as (
                    select carrier, place, day >= :recent::date as recent, quarters, sum(parcels) as parcels
                    from tracking.hub_stay
                    where day >= :oldest::date and day < :today::date
                    group by 1, 2, 3, 4
                ), ranked as (
                    select *, sum(parcels) over (partition by carrier, place, recent order by quarters) as so_far,
                           sum(parcels) over (partition by carrier, place, recent) as total
                    from counted
                ), figure as (
                    select carrier, place, recent, max(total) as parcels,
                           min(quarters) filter (where so_far >= .5 * total) * 15 + 15 as p50,
                           min(quarters) filter (where so_far >= .9 * total) * 15 + 15 as p90
                    from ranked group by carrier, place, recent
                    having max(total) >= :enough
                )
                insert into tracking.hub_dwell
                    (carrier, place, parcels, p50, p90, usual_parcels, usual_p50, usual_p90)
                select n.carrier, n.place, n.parcels, n.p50, n.p90,
                       coalesce(u.parcels, 0), coalesce(u.p50, 0), coalesce(u.p90, 0)
                from figure n
                left join figure u on u.carrier = n.carrier and u.place = n.place and not u.recent
                where n.recent
                """)
                .param("today", Date.valueOf(today))
                .param("recent", Date.valueOf(today.minusDays(RECENT)))
                .param("oldest", Date.valueOf(today.minusDays(BACK)))
                .param("enough", ENOUGH)
                .update();
    }

    /** Takes the day's row, so that two processes count it one after the other. */
    private void mark(LocalDate day, LocalDate today) {
        jdbc.sql("""
                insert into tracking.hub_counted (day, counted_on) values (:day, :today)
                on conflict (day) do update set counted_on = excluded.counted_on
                """)
                .param("day", Date.valueOf(day))
                .param("today", Date.valueOf(today))
                .update();
    }
}
