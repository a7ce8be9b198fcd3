package kr.dochak.care;

import java.time.Instant;
import java.util.List;
import kr.dochak.care.clocks.SlaPolicy;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.record.CaseRows;
import kr.dochak.care.record.CaseType;
import kr.dochak.care.record.SupportCase;
import kr.dochak.database.Sql;
import kr.dochak.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The moves of a case, one statement each; every one answers the case as it is afterwards. The row is locked before. */
@Repository
class CaseMoves {

    private final JdbcClient jdbc;

    CaseMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The customer waits for us; the oldest unanswered message sets the clock once there was a first reply. */
    SupportCase customerWrote(SupportCase before, Instant replyDue) {
        return jdbc.sql("""
                        update care.support_case
                        set status = 'OPEN', version = version + 1, next_reply_due_at =
                            case when first_replied_at is not null then coalesce(next_reply_due_at, :due) end
                        where id = :id and status <> 'SOLVED'
                        returning *
                        """)
                .param("id", before.caseId().value())
                .param("due", Sql.at(replyDue))
                .query(CaseRows::supportCase)
                .single();
    }

    /** We answered; whoever answers a case without an owner owns it. */
    SupportCase answered(SupportCase before, CaseOwner by, Instant at) {
        return jdbc.sql("""
                        update care.support_case
                        set status = 'WAITING_CUSTOMER', first_replied_at = coalesce(first_replied_at, :at),
                            next_reply_due_at = null, next_reply_overdue_at = null,
                            owner_name = case when owner_id is null then :name else owner_name end,
                            owner_id = coalesce(owner_id, :staff), version = version + 1
                        where id = :id and status <> 'SOLVED'
                        returning *
                        """)
                .param("id", before.caseId().value())
                .param("at", Sql.at(at))
                .param("staff", by.staffId())
                .param("name", by.name())
                .query(CaseRows::supportCase)
                .single();
    }

    SupportCase owned(SupportCase before, CaseOwner owner) {
        return jdbc.sql("""
                        update care.support_case set owner_id = :staff, owner_name = :name, version = version + 1
                        where id = :id and status <> 'SOLVED'
                        returning *
                        """)
                .param("id", before.caseId().value())
                .param("staff", owner.staffId())
                .param("name", owner.name())
                .query(CaseRows::supportCase)
                .single();
    }

    SupportCase solved(SupportCase before, CaseOwner by, Instant at) {
        return jdbc.sql("""
                        update care.support_case
                        set status = 'SOLVED', solved_at = :at, next_reply_due_at = null, next_reply_overdue_at = null,
                            call_due_at = null,
                            owner_name = case when owner_id is null then :name else owner_name end,
                            owner_id = coalesce(owner_id, :staff), version = version + 1
                        where id = :id and status <> 'SOLVED'
                        returning *
                        """)
                .param("id", before.caseId().value())
                .param("at", Sql.at(at))
                .param("staff", by.staffId())
                .param("name", by.name())
                .query(CaseRows::supportCase)
                .single();
    }

    /** A call is due; whoever is to make it owns a case that nobody owns. */
    SupportCase toCall(SupportCase before, @Nullable CaseOwner by, Instant dueAt) {
        return jdbc.sql("""
                        update care.support_case
                        set call_due_at = least(call_due_at, :due),
                            owner_name = case when owner_id is null then :name else owner_name end,
                            owner_id = coalesce(owner_id, :staff), version = version + 1
                        where id = :id and status <> 'SOLVED'
                        returning *
                        """)
                .param("id", before.caseId().value())
                .param("due", Sql.at(dueAt))
                .param("staff", by == null ? null : by.staffId())
                .param("name", by == null ? null : by.name())
                .query(CaseRows::supportCase)
                .single();
    }

    /** The next call that is due after one was made or tried, if any. */
    SupportCase nextCall(SupportCase before, @Nullable Instant dueAt) {
        return jdbc.sql(
                        "update care.support_case set call_due_at = :due, version = version + 1 where id = :id returning *")
                .param("id", before.caseId().value())
                .param("due", Sql.at(dueAt))
                .query(CaseRows::supportCase)
                .single();
    }

    /** Put before the lead, if it was not before. */
    void escalate(List<CaseId> caseIds, Instant at) {
        jdbc.sql("""
                update care.support_case
                set escalate_at = least(escalate_at, :at), escalated_at = coalesce(escalated_at, :at), version = version + 1
                where id = any (:ids::bigint[]) and status <> 'SOLVED'
                """).param("ids", Sql.ids(caseIds)).param("at", Sql.at(at)).update();
    }

    /** A lead has it in view. */
    SupportCase leadSeen(SupportCase before, Instant at) {
        return jdbc.sql("""
                        update care.support_case set lead_seen_at = coalesce(lead_seen_at, :at), version = version + 1
                        where id = :id returning *
                        """)
                .param("id", before.caseId().value())
                .param("at", Sql.at(at))
                .query(CaseRows::supportCase)
                .single();
    }

    /** An event was the answer; nobody has to do anything. */
    void answeredByEvent(SupportCase before, Instant at) {
        jdbc.sql("""
                update care.support_case
                set status = 'SOLVED', solved_at = :at, next_reply_due_at = null, next_reply_overdue_at = null,
                    call_due_at = null, version = version + 1
                where id = :id and status <> 'SOLVED'
                """)
                .param("id", before.caseId().value())
                .param("at", Sql.at(at))
                .update();
    }

    /** The clocks to solve and to escalate start again; what was overdue before stays an event. */
    SupportCase reopened(SupportCase before, Instant at, Instant replyDue, SlaPolicy.Due due) {
        return jdbc.sql("""
                        update care.support_case
                        set status = 'OPEN', solved_at = null, reopened = reopened + 1, clock_from = :at,
                            next_reply_due_at = case when first_replied_at is not null then :reply::timestamptz end,
                            solve_due_at = :solve, solve_overdue_at = null,
                            escalate_at = :escalate, escalated_at = null, lead_seen_at = null, version = version + 1
                        where id = :id and status = 'SOLVED'
                        returning *
                        """)
                .param("id", before.caseId().value())
                .param("at", Sql.at(at))
                .param("reply", Sql.at(replyDue))
                .param("solve", Sql.at(due.solve()))
                .param("escalate", Sql.at(due.escalate()))
                .query(CaseRows::supportCase)
                .single();
    }

    /** Another type or urgency; a clock that has not run out counts to its new moment, one that has stays run out. */
    SupportCase reclassified(SupportCase before, CaseType type, Urgency urgency, SlaPolicy.Due due) {
        return jdbc.sql("""
                        update care.support_case
                        set type = :type, urgency = :urgency,
                            first_reply_due_at = case when first_replied_at is null then :reply else first_reply_due_at end,
                            solve_due_at = :solve, escalate_at = :escalate, version = version + 1
                        where id = :id and status <> 'SOLVED'
                        returning *
                        """)
                .param("id", before.caseId().value())
                .param("type", type.name())
                .param("urgency", urgency.name())
                .param("reply", Sql.at(due.firstReply()))
                .param("solve", Sql.at(due.solve()))
                .param("escalate", Sql.at(due.escalate()))
                .query(CaseRows::supportCase)
                .single();
    }
}
