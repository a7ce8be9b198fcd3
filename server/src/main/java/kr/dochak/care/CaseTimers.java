package kr.dochak.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.care.alarms.CareAlerts;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseRows;
import kr.dochak.care.record.SupportCase;
import kr.dochak.database.Sql;
import kr.dochak.time.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes each clock of a case that has run out, once: unanswered, unsolved, to be put before the lead (CAR-4). */
@Component
class CaseTimers implements Ticking {

    private static final int MOST_AT_ONCE = 500;

    /** A case whose next clock is due, with what ran out just now. */
    private record Due(SupportCase at, boolean firstReply, boolean nextReply, boolean solve, boolean escalate) {}

    private final JdbcClient jdbc;
    private final CaseAnnouncements announcements;
    private final CareAlerts alerts;

    CaseTimers(JdbcClient jdbc, CaseAnnouncements announcements, CareAlerts alerts) {
        this.jdbc = jdbc;
        this.announcements = announcements;
        this.alerts = alerts;
    }

    @Override
    @Transactional
    public boolean tick(Instant now) {
        List<Due> due = claim(now);
        if (due.isEmpty()) {
            return false;
        }
        mark(due, now);
        note(due, now);
        alert(due, now);
        announcements.touch(due.stream().map(Due::at).toList());
        return due.size() == MOST_AT_ONCE;
    }

    @Override
    public @Nullable Instant nextDue() {
        return jdbc.sql("select min(next_check_at) as at from care.support_case where next_check_at is not null")
                .query((row, n) -> new Earliest(CaseRows.maybeAt(row, "at")))
                .single()
                .at();
    }

    private record Earliest(@Nullable Instant at) {}

    private List<Due> claim(Instant now) {
        return jdbc.sql("""
                        select *,
                            first_replied_at is null and first_reply_overdue_at is null and first_reply_due_at <= :now
                                as first_reply,
                            coalesce(next_reply_due_at <= :now and next_reply_overdue_at is null, false) as next_reply,
                            solve_due_at <= :now and solve_overdue_at is null as solve,
                            escalate_at <= :now and escalated_at is null as escalate
                        from care.support_case
                        where next_check_at <= :now
                        order by next_check_at
                        limit :limit
                        for update skip locked
                        """)
                .param("now", Sql.at(now))
                .param("limit", MOST_AT_ONCE)
                .query(CaseTimers::due)
                .list();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                CaseRows.supportCase(row, number),
                row.getBoolean("first_reply"),
                row.getBoolean("next_reply"),
                row.getBoolean("solve"),
                row.getBoolean("escalate"));
    }

    private void mark(List<Due> due, Instant now) {
        jdbc.sql("""
                update care.support_case
                set first_reply_overdue_at = case when first_replied_at is null and first_reply_due_at <= :now
                        then coalesce(first_reply_overdue_at, :now) else first_reply_overdue_at end,
                    next_reply_overdue_at = case when next_reply_due_at <= :now
                        then coalesce(next_reply_overdue_at, :now) else next_reply_overdue_at end,
                    solve_overdue_at = case when solve_due_at <= :now
                        then coalesce(solve_overdue_at, :now) else solve_overdue_at end,
                    escalated_at = case when escalate_at <= :now
                        then coalesce(escalated_at, :now) else escalated_at end,
                    version = version + 1
                where id = any (:ids)
                """)
                .param("now", Sql.at(now))
                .param("ids", Sql.ids(due, each -> each.at().caseId()))
                .update();
    }

    private void note(List<Due> due, Instant now) {
        List<Long> ids = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (Due each : due) {
            for (CaseEvent.Kind kind : kinds(each)) {
                ids.add(each.at().caseId().value());
                kinds.add(kind.name());
            }
        }
        jdbc.sql("""
                insert into care.case_event (case_id, kind, at)
                select ran_out.case_id, ran_out.kind, :now from unnest(:ids, :kinds) as ran_out (case_id, kind)
                """)
                .param("now", Sql.at(now))
                .param("ids", ids.toArray(Long[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .update();
    }

    /** In the same transaction: a clock that ran out is noted and rings, or neither (MSG-7). */
    private void alert(List<Due> due, Instant now) {
        alerts.ranOut(
                due.stream()
                        .filter(each -> each.firstReply() || each.nextReply() || each.solve())
                        .map(Due::at)
                        .toList(),
                now);
        alerts.escalated(due.stream().filter(Due::escalate).map(Due::at).toList(), now);
    }

    private static List<CaseEvent.Kind> kinds(Due due) {
        List<CaseEvent.Kind> kinds = new ArrayList<>();
        if (due.firstReply()) {
            kinds.add(CaseEvent.Kind.FIRST_REPLY_OVERDUE);
        }
        if (due.nextReply()) {
            kinds.add(CaseEvent.Kind.NEXT_REPLY_OVERDUE);
        }
        if (due.solve()) {
            kinds.add(CaseEvent.Kind.SOLVE_OVERDUE);
        }
        if (due.escalate()) {
            kinds.add(CaseEvent.Kind.ESCALATED);
        }
        return kinds;
    }
}
