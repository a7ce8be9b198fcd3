package kr.dochak.promise;

import java.time.Instant;
import java.time.LocalDate;
import kr.dochak.promise.windows.ArrivalTable;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.promise.windows.Cutoffs;
import kr.dochak.promise.windows.DayChances;
import kr.dochak.promise.windows.DayChances.Way;
import kr.dochak.promise.windows.DeparturePlan;
import kr.dochak.promise.windows.DepartureTable;
import kr.dochak.promise.windows.Forecast;
import kr.dochak.promise.windows.Stage;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.TimeWindow;

/**
 * What windows and promises are made from: one generation of what was learned, read as a whole and never changed. Whoever
 * works on something takes it once, so that nothing is half of one generation and half of the next.
 */
public record Knowledge(Reassessment rule, Cutoffs cutoffs, DepartureTable departures, ArrivalTable arrivals) {

    /** Before any parcel came. */
    public Knowledge(Reassessment rule, Cutoffs cutoffs, DepartureTable departures) {
        this(rule, cutoffs, departures, ArrivalTable.EMPTY);
    }

    CarrierCalendars calendars() {
        return rule.calendars();
    }

    public CarrierCalendar calendarOf(String carrier, String origin) {
        return calendars().of(carrier, origin);
    }

    /** What an order would be given: the plan of its departure and its window. */
    public record Expected(DeparturePlan plan, Window window) {}

    /** What an order confirmed now is given. */
    public Expected expected(MallId tenantId, Way way, Instant now) {
        CarrierCalendar calendar = calendarOf(way.carrier(), way.origin());
        DeparturePlan plan = DeparturePlan.of(now, cutoffs.of(tenantId), calendar);
        Forecast.Delivery order = new Forecast.Delivery(
                way.carrier(), way.origin(), way.destination(), Stage.ORDERED, plan.handover(), tenantId, now);
        return new Expected(plan, rule.window(order, now));
    }

    /**
     * By which days an order comes whose window this is, and how likely.
     *
     * @param earliest the day of its planned hand-over: it comes on none before
     */
    public DayChances chances(Window window, Way way, LocalDate earliest) {
        return DayChances.of(window, way, calendarOf(way.carrier(), way.origin()), arrivals, earliest);
    }

    /** The same of a parcel wherever it is: what orders' windows teach counts no more once it is under way. */
    DayChances chances(Window window, Way way, Stage stage, LocalDate earliest) {
        ArrivalTable counted = stage == Stage.ORDERED ? arrivals : ArrivalTable.EMPTY;
        return DayChances.of(window, way, calendarOf(way.carrier(), way.origin()), counted, earliest);
    }

    /** The promise that a mall which wants to be so sure makes. */
    public TimeWindow promise(PromiseRow row, Window window, int quantile) {
        Way way = new Way(row.carrier(), row.origin(), row.destination());
        return chances(window, way, row.stage(), Seoul.dateOf(row.since())).promise(window, quantile);
    }
}
