package kr.dochak.alerts.rules;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.calendar.Calendars;
import kr.dochak.database.Sql;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of who is on duty when (MSG-7). */
@Component
public class Duty {

    private static final int MOST_SHIFTS = 500;

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final InstantSource clock;

    Duty(JdbcClient jdbc, Calendars calendars, InstantSource clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The shifts of a mall, by who has them. */
    public List<Shift> shifts(MallId mall) {
        return jdbc.sql("""
                select id, staff_id, days, from_minute, until_minute from alerts.shift
                where tenant_id = :mall order by staff_id, days, from_minute limit :most
                """)
                .param("mall", mall.value())
                .param("most", MOST_SHIFTS)
                .query((row, n) -> new Shift(
                        row.getLong(1),
                        row.getLong(2),
                        Shift.Days.valueOf(row.getString(3)),
                        row.getInt(4),
                        row.getInt(5)))
                .list();
    }

    /** Who is on duty in a mall at this moment. */
    public Set<Long> onDuty(MallId mall, Instant at) {
        List<Shift> shifts = shifts(mall);
        if (shifts.isEmpty()) {
            return Set.of();
        }
        BusinessCalendar calendar = calendars.current().businessOf(mall);
        return shifts.stream()
                .filter(shift -> DutyRule.runs(shift, at, calendar::isBusinessDay))
                .map(Shift::staffId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Adds a shift; one that begins on these days at this minute already ends then as this one does. */
    public void add(MallId mall, long by, Shift shift) {
        jdbc.sql("""
                insert into alerts.shift (tenant_id, staff_id, days, from_minute, until_minute, created_at, created_by)
                values (:mall, :staff, :days, :from, :until, :now, :by)
                on conflict (tenant_id, staff_id, days, from_minute) do update set until_minute = excluded.until_minute
                """)
                .param("mall", mall.value())
                .param("staff", shift.staffId())
                .param("days", shift.days().name())
                .param("from", shift.fromMinute())
                .param("until", shift.untilMinute())
                .param("now", Sql.at(clock.instant()))
                .param("by", by)
                .update();
    }

    public boolean remove(MallId mall, long id) {
        return jdbc.sql("delete from alerts.shift where tenant_id = :mall and id = :id")
                        .param("mall", mall.value())
                        .param("id", id)
                        .update()
                > 0;
    }
}
