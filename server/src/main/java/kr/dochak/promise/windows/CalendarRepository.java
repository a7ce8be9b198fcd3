package kr.dochak.promise.windows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import kr.dochak.calendar.Calendars;
import kr.dochak.calendar.DeclaredDays;
import kr.dochak.calendar.Exceptions;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calendars of carriers with the hours their tours really have; cut-offs of malls with the days on which these really work. */
@Repository
public class CalendarRepository {

    private static final LocalTime TOUR_LEAVES = LocalTime.of(13, 0);
    private static final LocalTime DELIVERS_FROM = LocalTime.of(10, 0);
    private static final LocalTime DELIVERS_UNTIL = LocalTime.of(20, 0);

    private final JdbcClient jdbc;
    private final Calendars declared;

    CalendarRepository(JdbcClient jdbc, Calendars declared) {
        this.jdbc = jdbc;
        this.declared = declared;
    }

    public CarrierCalendars calendars() {
        Map<String, TourHours> learned = tourHours();
        DeclaredDays days = declared.fresh();
        Map<String, CarrierCalendar> byCarrier = new HashMap<>();
        jdbc.sql("select * from promise.carrier_calendar")
                .query((row, n) -> byCarrier.put(row.getString("carrier"), calendar(row, learned, days)))
                .list();
        TourHours usual = learned.getOrDefault(CarrierCalendars.ANY, new TourHours(DELIVERS_FROM, DELIVERS_UNTIL));
        CarrierCalendar ordinary = new CarrierCalendar(
                days.nation(), true, true, true, TOUR_LEAVES, usual.from(), usual.until(), days.carriers(), null);
        return new CarrierCalendars(byCarrier, ordinary, CarrierCalendar.always(days.nation()));
    }

    private static CarrierCalendar calendar(ResultSet row, Map<String, TourHours> learned, DeclaredDays days)
            throws SQLException {
        TourHours hours = learned.getOrDefault(row.getString("carrier"), TourHours.of(row));
        return new CarrierCalendar(
                days.nation(),
                row.getBoolean("closed_on_sunday"),
                row.getBoolean("closed_on_holiday"),
                row.getBoolean("closed_on_family_holiday"),
                row.getTime("tour_leaves").toLocalTime(),
                hours.from(),
                hours.until(),
                days.ofCarrier(new CarrierId(row.getString("carrier"))),
                null);
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

    /** The cut-offs of all malls; one that has shown on which days it works, but has no cut-off, goes by the default's. */
    public Cutoffs cutoffs() {
        Map<MallId, DispatchDays> days = dispatchDays();
        DeclaredDays own = declared.fresh();
        Map<MallId, Cutoff> byTenant = new HashMap<>();
        jdbc.sql("""
                select tenant_id, order_by, fetched_at from promise.cutoff
                union all
                select d.tenant_id, usual.order_by, usual.fetched_at
                from promise.dispatch_days d join promise.cutoff usual on usual.tenant_id = 0
                where not exists (select from promise.cutoff own where own.tenant_id = d.tenant_id)
                """)
                .query((row, n) -> byTenant.put(
                        new MallId(row.getLong("tenant_id")),
                        new Cutoff(
                                row.getTime("order_by").toLocalTime(),
                                row.getTime("fetched_at").toLocalTime(),
                                days.getOrDefault(new MallId(row.getLong("tenant_id")), DispatchDays.USUAL))))
                .list();
        own.ofMall().forEach((mall, exceptions) -> {
            Cutoff usual = byTenant.getOrDefault(mall, Objects.requireNonNull(byTenant.get(MallId.DEFAULT)));
            byTenant.put(mall, usual.with(exceptions));
        });
        return new Cutoffs(byTenant);
    }

    private Map<MallId, DispatchDays> dispatchDays() {
        Map<MallId, DispatchDays> days = new HashMap<>();
        jdbc.sql("select tenant_id, closed_on_sunday, closed_on_holiday from promise.dispatch_days")
                .query((row, n) -> days.put(
                        new MallId(row.getLong(1)),
                        new DispatchDays(row.getBoolean(2), row.getBoolean(3), Exceptions.NONE)))
                .list();
        return days;
    }

    /**
     * Learns the hours of tours: all but one delivery in a hundred lie within them, and 200 deliveries are enough;
     * hours that are too short would cost a window deliveries that it had foreseen. What is entered between midnight
     * and five was handed over the evening before, and is no tour's beginning.
     */
    public void learnHours(Instant from, Instant now) {
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

    /**
     * Learns on which days each mall hands parcels over, from what was delivered: whether it works on Sundays and on holidays
     * between its first and its last hand-over.
     */
    public void learnDispatchDays(Instant from, Instant now) {
        Map<MallId, DispatchDays> known = dispatchDays();
        DeclaredDays days = declared.fresh();
        handedOver(from, now).forEach((tenantId, byDay) -> {
            DispatchDays before = known.getOrDefault(tenantId, DispatchDays.USUAL);
            DispatchDays learned = before.learned(seen(byDay, days, days.ofMall(tenantId)));
            if (!learned.equals(before)) {
                remember(tenantId, learned, now);
            }
        });
    }

    private Map<MallId, NavigableMap<LocalDate, Long>> handedOver(Instant from, Instant now) {
        Map<MallId, NavigableMap<LocalDate, Long>> malls = new HashMap<>();
        jdbc.sql("""
                select tenant_id, handed_over_on, count(*) from promise.departure
                where delivered_at >= :from and delivered_at < :now and handed_over_on is not null
                group by tenant_id, handed_over_on
                """)
                .param("from", Sql.at(from))
                .param("now", Sql.at(now))
                .query((row, n) -> malls.computeIfAbsent(new MallId(row.getLong(1)), mall -> new TreeMap<>())
                        .put(row.getObject(2, LocalDate.class), row.getLong(3)))
                .list();
        return malls;
    }

    /** What was declared is no habit: such days teach nothing. */
    private static Map<DispatchDays.Kind, DispatchDays.Tally> seen(
            NavigableMap<LocalDate, Long> byDay, DeclaredDays days, Exceptions own) {
        Map<DispatchDays.Kind, DispatchDays.Tally> seen = new EnumMap<>(DispatchDays.Kind.class);
        byDay.firstKey()
                .datesUntil(byDay.lastKey().plusDays(1))
                .filter(day -> !own.isDeclared(day) && !days.carriers().isDeclared(day))
                .forEach(day -> seen.merge(
                        DispatchDays.Kind.of(day, days.nation()),
                        new DispatchDays.Tally(byDay.getOrDefault(day, 0L), 1),
                        DispatchDays.Tally::and));
        return seen;
    }

    private void remember(MallId tenantId, DispatchDays days, Instant now) {
        jdbc.sql("""
                insert into promise.dispatch_days (tenant_id, closed_on_sunday, closed_on_holiday, learned_at)
                values (:tenant, :sunday, :holiday, :now)
                on conflict (tenant_id) do update
                set closed_on_sunday = excluded.closed_on_sunday, closed_on_holiday = excluded.closed_on_holiday,
                    learned_at = excluded.learned_at
                """)
                .param("tenant", tenantId.value())
                .param("sunday", days.closedOnSunday())
                .param("holiday", days.closedOnHoliday())
                .param("now", Sql.at(now))
                .update();
    }
}
