package kr.dochak.promise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calendars of carriers with the hours their tours really have, and cut-offs of malls. */
@Repository
class CalendarRepository {

    private static final LocalTime TOUR_LEAVES = LocalTime.of(13, 0);
    private static final LocalTime DELIVERS_FROM = LocalTime.of(10, 0);
    private static final LocalTime DELIVERS_UNTIL = LocalTime.of(20, 0);

    private final JdbcClient jdbc;
    private final BusinessCalendar holidays;

    CalendarRepository(JdbcClient jdbc, BusinessCalendar holidays) {
        this.jdbc = jdbc;
        this.holidays = holidays;
    }

    CarrierCalendars calendars() {
        Map<String, TourHours> learned = tourHours();
        Map<String, CarrierCalendar> byCarrier = new HashMap<>();
        jdbc.sql("select * from promise.carrier_calendar")
                .query((row, n) -> byCarrier.put(row.getString("carrier"), calendar(row, learned)))
                .list();
        TourHours usual = learned.getOrDefault(CarrierCalendars.ANY, new TourHours(DELIVERS_FROM, DELIVERS_UNTIL));
        CarrierCalendar ordinary =
                new CarrierCalendar(holidays, true, true, true, TOUR_LEAVES, usual.from(), usual.until());
        return new CarrierCalendars(byCarrier, ordinary, CarrierCalendar.always(holidays));
    }

    private CarrierCalendar calendar(ResultSet row, Map<String, TourHours> learned) throws SQLException {
        TourHours hours = learned.getOrDefault(row.getString("carrier"), TourHours.of(row));
        return new CarrierCalendar(
                holidays,
                row.getBoolean("closed_on_sunday"),
                row.getBoolean("closed_on_holiday"),
                row.getBoolean("closed_on_family_holiday"),
                row.getTime("tour_leaves").toLocalTime(),
                hours.from(),
                hours.until());
    }

    private record TourHours(LocalTime from, LocalTime until) {

        private static TourHours of(ResultSet row) throws SQLException {
            return new TourHours(
                    row.getTime("delivers_from").toLocalTime(),
                    row.getTime("delivers_until").toLocalTime());
        }
    }

    private Map<String, TourHours> tourHours() {
        Map<String, TourHours> hours = new HashMap<>();
        jdbc.sql("select * from promise.tour_hours")
                .query((row, n) -> hours.put(row.getString("carrier"), TourHours.of(row)))
                .list();
        return hours;
    }

    /** The cut-offs of all malls. */
    Cutoffs cutoffs() {
        Map<Long, Cutoff> byTenant = new HashMap<>();
        jdbc.sql("select tenant_id, order_by, fetched_at from promise.cutoff")
                .query((row, n) -> byTenant.put(
                        row.getLong(1),
                        new Cutoff(row.getTime(2).toLocalTime(), row.getTime(3).toLocalTime())))
                .list();
        return new Cutoffs(byTenant);
    }

    /**
     * Learns the hours of tours: all but one delivery in a hundred lie within them, and 200 deliveries say something. A
     * window's ends are put into these hours, so hours that are too short cost it deliveries that it had foreseen. What is
     * entered between midnight and five was handed over the evening before, and is no tour's beginning.
     */
    void learnHours(Instant from, Instant now) {
        jdbc.sql("""
                insert into promise.tour_hours (carrier, delivers_from, delivers_until, deliveries, learned_at)
                select carrier, delivers_from, delivers_until, deliveries, :now
                from (
                    select coalesce(o.carrier, '*') as carrier, count(*) as deliveries,
                           date_trunc('hour', percentile_disc(0.005) within group (order by o.hour))::time
                               as delivers_from,
                           percentile_disc(0.995) within group (order by o.hour) as delivers_until
                    from (
                        select carrier, (delivered_at at time zone 'Asia/Seoul')::time as hour
                        from promise.outcome
                        where stage = 'PICKED_UP' and delivered_at >= :from and delivered_at < :now
                          and carrier in (select carrier from promise.carrier_calendar)
                          and (delivered_at at time zone 'Asia/Seoul')::time >= '05:00'
                    ) o
                    group by grouping sets ((o.carrier), ())
                    having count(*) >= 200
                ) learned
                where delivers_until > delivers_from
                on conflict (carrier) do update
                set delivers_from = excluded.delivers_from, delivers_until = excluded.delivers_until,
                    deliveries = excluded.deliveries, learned_at = excluded.learned_at
                """).param("from", Sql.at(from)).param("now", Sql.at(now)).update();
    }
}
