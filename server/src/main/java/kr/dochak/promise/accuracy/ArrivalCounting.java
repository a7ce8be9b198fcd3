package kr.dochak.promise.accuracy;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.KnowledgeInUse;
import kr.dochak.promise.windows.ArrivalTable;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.DayChances;
import kr.dochak.promise.windows.DayChances.Way;
import kr.dochak.shared.Seoul;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts on which delivery day the parcels of one day came, from the day of the middle of the window their order was given
 * ({@link ArrivalTable}). May be repeated: a day is counted anew as a whole.
 */
@Repository
class ArrivalCounting {

    /** Deliveries of one way whose window had these days. */
    private record Came(Way way, LocalDate middle, LocalDate late, LocalDate delivered, long deliveries) {}

    private record Place(Way way, int spread, int offset) {}

    private final JdbcClient jdbc;
    private final KnowledgeInUse knowledge;

    ArrivalCounting(JdbcClient jdbc, KnowledgeInUse knowledge) {
        this.jdbc = jdbc;
        this.knowledge = knowledge;
    }

    /** Within the transaction of the day's other counts. */
    void count(LocalDate day) {
        jdbc.sql("delete from promise.arrival_day where day = :day")
                .param("day", Date.valueOf(day))
                .update();
        Map<Place, Long> counted = new HashMap<>();
        Knowledge known = knowledge.current();
        for (Came came : came(day)) {
            place(came, known).ifPresent(place -> counted.merge(place, came.deliveries(), Long::sum));
        }
        write(day, counted);
    }

    /** Empty where the carrier has no tours, or where the window's late end is too far off to count by days. */
    private static Optional<Place> place(Came came, Knowledge known) {
        CarrierCalendar calendar =
                known.calendarOf(came.way().carrier(), came.way().origin());
        LocalDate middle = DayChances.openFrom(came.middle(), calendar);
        int spread = DayChances.openDays(middle, came.late(), calendar);
        if (!calendar.hasTours() || spread > ArrivalTable.WIDEST) {
            return Optional.empty();
        }
        LocalDate delivered = DayChances.openFrom(came.delivered(), calendar);
        int offset = delivered.isBefore(middle)
                ? -DayChances.openDays(delivered, middle, calendar)
                : DayChances.openDays(middle, delivered, calendar);
        return Optional.of(
                new Place(came.way(), spread, Math.clamp(offset, ArrivalTable.EARLIEST, ArrivalTable.LATEST)));
    }

    private List<Came> came(LocalDate day) {
        return jdbc.sql("""
                select d.carrier, d.origin, d.destination, (l.p50 at time zone 'Asia/Seoul')::date as middle,
                       (l.p90 at time zone 'Asia/Seoul')::date as late, count(*) as deliveries
                from promise.promise d cross join lateral (
                    select * from promise.ledger l where l.promise_id = d.id order by l.id limit 1) l
                where d.promised_to >= :from::timestamptz - interval '30 days'
                  and d.promised_to < :to::timestamptz + interval '30 days'
                  and d.delivered_at >= :from::timestamptz and d.delivered_at < :to::timestamptz
                  and d.state in ('KEPT', 'MISSED') and not d.timed and not promise.on_customers_day(d.basis)
                  and l.source = 'ORDER'
                group by 1, 2, 3, 4, 5
                """)
                .param("from", Sql.at(Seoul.startOf(day)))
                .param("to", Sql.at(Seoul.startOf(day.plusDays(1))))
                .query((row, n) -> new Came(
                        new Way(row.getString("carrier"), row.getString("origin"), row.getString("destination")),
                        row.getObject("middle", LocalDate.class),
                        row.getObject("late", LocalDate.class),
                        day,
                        row.getLong("deliveries")))
                .list();
    }

    private void write(LocalDate day, Map<Place, Long> counted) {
        jdbc.sql("""
                insert into promise.arrival_day (day, carrier, origin, destination, spread, days_after, deliveries)
                select :day, carrier, origin, destination, spread, days_after, deliveries
                from unnest(:carrier::text[], :origin::text[], :destination::text[], :spread::int[], :days_after::int[],
                            :deliveries::bigint[])
                    as c (carrier, origin, destination, spread, days_after, deliveries)
                """)
                .param("day", Date.valueOf(day))
                .params(Rows.of(counted.entrySet())
                        .text("carrier", each -> each.getKey().way().carrier())
                        .text("origin", each -> each.getKey().way().origin())
                        .text("destination", each -> each.getKey().way().destination())
                        .integer("spread", each -> each.getKey().spread())
                        .integer("days_after", each -> each.getKey().offset())
                        .number("deliveries", Map.Entry::getValue)
                        .params())
                .update();
    }
}
