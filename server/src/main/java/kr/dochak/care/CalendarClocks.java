package kr.dochak.care;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.calendar.CalendarFact.CalendarChanged;
import kr.dochak.calendar.Calendars;
import kr.dochak.calendar.DeclaredDays;
import kr.dochak.calendar.Scope;
import kr.dochak.care.clocks.ClockShift;
import kr.dochak.care.clocks.SlaPolicies;
import kr.dochak.care.clocks.SlaPolicy;
import kr.dochak.care.record.CaseRows;
import kr.dochak.care.record.SupportCase;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks of open cases follow the calendar (CAR-4): what was left of them in business time stays left. Real clocks and
 * those that ran out stay as they are.
 */
@Component
class CalendarClocks {

    /** The clocks of a case that still run. */
    private record Clocks(
            SupportCase at, Instant firstReply, @Nullable Instant nextReply, Instant solve, Instant escalate) {}

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final SlaPolicies policies;
    private final CaseAnnouncements announcements;
    private final InstantSource clock;

    CalendarClocks(
            JdbcClient jdbc,
            Calendars calendars,
            SlaPolicies policies,
            CaseAnnouncements announcements,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.policies = policies;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** May be repeated: a change is followed once. */
    @Transactional
    public void follow(CalendarChanged fact) {
        if (!fact.movesBusinessDays() || !begin(fact)) {
            return;
        }
        Instant now = clock.instant();
        DeclaredDays days = calendars.fresh();
        Map<MallId, SlaPolicy> known = new HashMap<>();
        List<Clocks> moved = new ArrayList<>();
        for (Clocks each : running(fact)) {
            MallId mall = each.at().tenantId();
            SlaPolicy policy = known.computeIfAbsent(mall, policies::of);
            BusinessCalendar after = days.businessOf(mall);
            policy.businessHours(each.at().urgency())
                    .map(hours -> new ClockShift(before(fact, after), after, hours, fact.day(), now))
                    .ifPresent(shift -> moved.add(shifted(each, shift)));
        }
        write(moved);
        finish(fact, moved.size());
        announcements.touch(moved.stream().map(Clocks::at).toList());
    }

    /** The mall's calendar without the change. */
    static BusinessCalendar before(CalendarChanged fact, BusinessCalendar after) {
        Set<LocalDate> day = Set.of(fact.day());
        if (!fact.closes()) {
            return after.with(day, Set.of());
        }
        return fact.scope() == Scope.MALL && fact.open() ? after.working(day) : after.with(Set.of(), day);
    }

    private static Clocks shifted(Clocks before, ClockShift shift) {
        Instant next = before.nextReply();
        return new Clocks(
                before.at(),
                shift.of(before.firstReply()),
                next == null ? null : shift.of(next),
                shift.of(before.solve()),
                shift.of(before.escalate()));
    }

    private boolean begin(CalendarChanged fact) {
        return jdbc.sql("""
                insert into care.calendar_change (day_id, withdrawn, moved, moved_at)
                values (:day, :withdrawn, 0, :now)
                on conflict do nothing
                """)
                        .param("day", fact.dayId())
                        .param("withdrawn", fact.withdrawn())
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    private void finish(CalendarChanged fact, int moved) {
        jdbc.sql("update care.calendar_change set moved = :moved where day_id = :day and withdrawn = :withdrawn")
                .param("moved", moved)
                .param("day", fact.dayId())
                .param("withdrawn", fact.withdrawn())
                .update();
    }

    private List<Clocks> running(CalendarChanged fact) {
        return jdbc.sql("""
                select * from care.support_case
                where status <> 'SOLVED' and (:mall::bigint is null or tenant_id = :mall)
                  and greatest(first_reply_due_at, next_reply_due_at, solve_due_at, escalate_at) >= :from
                order by id for no key update
                """)
                .param("mall", fact.mall() == null ? null : fact.mall().value())
                .param("from", Sql.at(Seoul.startOf(fact.day())))
                .query((row, n) -> new Clocks(
                        CaseRows.supportCase(row, n),
                        Sql.moment(row, "first_reply_due_at"),
                        Sql.instant(row, "next_reply_due_at"),
                        Sql.moment(row, "solve_due_at"),
                        Sql.moment(row, "escalate_at")))
                .list();
    }

    private void write(List<Clocks> moved) {
        jdbc.sql("""
                update care.support_case c
                set first_reply_due_at = m.first_reply, next_reply_due_at = m.next_reply, solve_due_at = m.solve,
                    escalate_at = m.escalate, version = c.version + 1
                from unnest(:id::bigint[], :first_reply::timestamptz[], :next_reply::timestamptz[],
                            :solve::timestamptz[], :escalate::timestamptz[])
                    as m (id, first_reply, next_reply, solve, escalate)
                where c.id = m.id
                """)
                .params(Rows.of(moved)
                        .number("id", each -> each.at().caseId().value())
                        .at("first_reply", Clocks::firstReply)
                        .at("next_reply", Clocks::nextReply)
                        .at("solve", Clocks::solve)
                        .at("escalate", Clocks::escalate)
                        .params())
                .update();
    }
}
