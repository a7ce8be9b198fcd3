package kr.dochak.promise.windows;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.calendar.Exceptions;
import kr.dochak.promise.windows.DeparturePlan.Lead;
import kr.dochak.promise.windows.DeparturePlan.Moment;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;

/**
 * The rules of the first installation, and moments as people say them: {@code 화 13:00} is in the week of 23 November 2026.
 */
public final class Rules {

    public static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    static final BusinessCalendar HOLIDAYS = BusinessCalendar.korea();
    public static final CarrierCalendar CJ = tours(false);
    static final CarrierCalendar HANJIN = tours(true);
    static final CarrierCalendar ALWAYS = CarrierCalendar.always(HOLIDAYS);
    public static final CarrierCalendars CALENDARS =
            new CarrierCalendars(Map.of("kr.cjlogistics", CJ, "kr.hanjin", HANJIN), HANJIN, ALWAYS);
    public static final Cutoff CUTOFF = new Cutoff(LocalTime.of(14, 0), LocalTime.of(18, 0), DispatchDays.USUAL);
    static final LaneTable LANES = new LaneTable(lanes(), 0);
    public static final DepartureTable DEPARTURES = new DepartureTable(departures());
    public static final Forecast FORECAST = new Forecast(LANES, List.of(), Forecast.Areas.CALM);

    private static final String DAYS = "월화수목금토일";
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Rules() {}

    private static CarrierCalendar tours(boolean rests) {
        return new CarrierCalendar(
                HOLIDAYS,
                rests,
                rests,
                true,
                LocalTime.of(13, 0),
                LocalTime.of(10, 0),
                LocalTime.of(20, 0),
                Exceptions.NONE,
                null);
    }

    /** As the first installation has it, in minutes. */
    private static Map<DepartureTable.Key, DepartureTable.Row> departures() {
        Map<DepartureTable.Key, DepartureTable.Row> rows = new HashMap<>();
        put(rows, Lead.WAITS, Moment.READY, -540, -360, -120);
        put(rows, Lead.WAITS, Moment.HANDOVER, -60, 0, 120);
        put(rows, Lead.HURRIES, Moment.READY, 30, 90, 180);
        put(rows, Lead.HURRIES, Moment.HANDOVER, -60, 0, 120);
        put(rows, Lead.ANY_TIME, Moment.READY, 240, 1440, 4320);
        put(rows, Lead.ANY_TIME, Moment.HANDOVER, 720, 2880, 7200);
        return rows;
    }

    private static void put(
            Map<DepartureTable.Key, DepartureTable.Row> rows, Lead lead, Moment moment, int q10, int q50, int q90) {
        rows.put(new DepartureTable.Key(new MallId(DepartureTable.ALL), lead, moment), departed(0, q10, q50, q90));
    }

    static DepartureTable.Row departed(long parcels, int q10, int q50, int q90) {
        return new DepartureTable.Row(
                parcels, Duration.ofMinutes(q10), Duration.ofMinutes(q50), Duration.ofMinutes(q90));
    }

    private static Map<LaneTable.Key, LaneTable.Row> lanes() {
        Map<LaneTable.Key, LaneTable.Row> rows = new HashMap<>();
        put(rows, "*", Stage.ORDERED, 16, 21, 26);
        put(rows, "*", Stage.PICKED_UP, 16, 21, 26);
        put(rows, "*", Stage.IN_TRANSIT, 10, 15, 22);
        put(rows, "*", Stage.OUT_FOR_DELIVERY, 1, 5, 10);
        put(rows, "*", Stage.HELD, 24, 36, 60);
        put(rows, "*", Stage.ATTEMPTED, 20, 25, 32);
        put(rows, "제주", Stage.ORDERED, 40, 45, 52);
        put(rows, "제주", Stage.PICKED_UP, 40, 45, 52);
        put(rows, "제주", Stage.IN_TRANSIT, 16, 36, 46);
        return rows;
    }

    private static void put(Map<LaneTable.Key, LaneTable.Row> rows, String to, Stage stage, int q10, int q50, int q90) {
        rows.put(
                new LaneTable.Key("*", "*", to, stage),
                new LaneTable.Row(
                        0,
                        new Remaining(
                                Duration.ofHours(q10),
                                Duration.ofHours(q50),
                                Duration.ofHours(q90),
                                new WindowBasis.LaneDefault("*", to))));
    }

    static CarrierCalendar calendar(String name) {
        return switch (name) {
            case "CJ" -> CJ;
            case "한진" -> HANJIN;
            default -> ALWAYS;
        };
    }

    /** {@code 화 13:00}, {@code 다음 화 13:00} or {@code 2026-02-13 15:00}; {@code 끝} is the last second of the day. */
    public static Instant at(String said) {
        String text = said.strip();
        int week = text.startsWith("다음 ") ? 1 : 0;
        String rest = week == 1 ? text.substring(3) : text;
        int day = DAYS.indexOf(rest.charAt(0));
        if (day < 0) {
            return LocalDateTime.parse(rest, WHOLE).atZone(Seoul.ZONE).toInstant();
        }
        LocalDate date = MONDAY.with(DayOfWeek.of(day + 1)).plusWeeks(week);
        String time = rest.substring(2);
        return time.equals("끝") ? Seoul.endOf(date) : Seoul.instant(date, LocalTime.parse(time));
    }

    public static List<Instant> all(String said) {
        return List.of(said.split("/")).stream().map(Rules::at).toList();
    }
}
