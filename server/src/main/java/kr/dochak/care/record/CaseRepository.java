package kr.dochak.care.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kr.dochak.database.AdvisoryLock;
import kr.dochak.database.Sql;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.Id;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases as they are changed: found with their row locked, then written by one statement for each move. */
@Repository
public class CaseRepository {

    private final JdbcClient jdbc;

    CaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets one message at a time decide whether a customer's problem already has a case; held until the end of the
     * transaction.
     */
    public void lockProblem(PersonId personId, @Nullable OrderId orderId) {
        AdvisoryLock.CUSTOMERS_PROBLEM.take(jdbc, orderId == null ? "person " + personId : "order " + orderId);
    }

    public Optional<SupportCase> find(CaseId caseId) {
        return jdbc.sql("select * from care.support_case where id = :id")
                .param("id", caseId.value())
                .query(CaseRows::supportCase)
                .optional();
    }

    public Optional<SupportCase> lock(CaseId caseId) {
        return jdbc.sql("select * from care.support_case where id = :id for update")
                .param("id", caseId.value())
                .query(CaseRows::supportCase)
                .optional();
    }

    /** The newest unsolved case of this person about this order, or about no order when there is none. */
    public Optional<SupportCase> lockOpen(PersonId personId, @Nullable OrderId orderId) {
        return jdbc.sql("""
                        select * from care.support_case
                        where person_id = :person and order_id is not distinct from :order::bigint and status <> 'SOLVED'
                        order by id desc limit 1
                        for update
                        """)
                .param("person", personId.value())
                .param("order", Id.valueOf(orderId))
                .query(CaseRows::supportCase)
                .optional();
    }

    /** The newest case about this order that was solved at or after this moment. */
    public Optional<SupportCase> lockSolvedSince(PersonId personId, OrderId orderId, Instant since) {
        return jdbc.sql("""
                        select * from care.support_case
                        where person_id = :person and order_id = :order and solved_at >= :since
                        order by id desc limit 1
                        for update
                        """)
                .param("person", personId.value())
                .param("order", orderId.value())
                .param("since", Sql.at(since))
                .query(CaseRows::supportCase)
                .optional();
    }

    /** The unsolved case about the delivery of this order, first one of exactly this type. */
    public Optional<SupportCase> lockOpenDelivery(OrderId orderId, CaseType type) {
        return jdbc.sql("""
                        select * from care.support_case
                        where order_id = :order and status <> 'SOLVED' and type in ('DELIVERY_DELAY', 'LOST', 'DAMAGED')
                        order by type = :type desc, id desc limit 1
                        for update
                        """)
                .param("order", orderId.value())
                .param("type", type.name())
                .query(CaseRows::supportCase)
                .optional();
    }

    /** The number of another unsolved case with this type about the same order. */
    public Optional<String> otherOpen(SupportCase here, CaseType type) {
        return jdbc.sql("""
                        select case_no from care.support_case
                        where order_id = :order::bigint and type = :type and status <> 'SOLVED' and id <> :id
                        """)
                .param("order", Id.valueOf(here.orderId()))
                .param("type", type.name())
                .param("id", here.caseId().value())
                .query(String.class)
                .optional();
    }

    public SupportCase open(NewCase opened) {
        return jdbc.sql("""
                        insert into care.support_case
                            (tenant_id, case_no, person_id, order_id, shipment_id, promise_id, type, urgency, channel,
                             subject, opened_at, clock_from, first_reply_due_at, solve_due_at, escalate_at)
                        values (:tenant, :no, :person, :order, :shipment, :promise, :type, :urgency, :channel, :subject,
                             :at, :at, :reply, :solve, :escalate)
                        returning *
                        """)
                .param("tenant", opened.tenantId().value())
                .param("no", nextNumber(Seoul.dateOf(opened.openedAt())))
                .param("person", opened.personId().value())
                .param("order", Id.valueOf(opened.orderId()))
                .param("shipment", Id.valueOf(opened.shipmentId()))
                .param("promise", Id.valueOf(opened.promiseId()))
                .param("type", opened.type().name())
                .param("urgency", opened.urgency().name())
                .param("channel", opened.channel().name())
                .param("subject", opened.subject())
                .param("at", Sql.at(opened.openedAt()))
                .param("reply", Sql.at(opened.due().firstReply()))
                .param("solve", Sql.at(opened.due().solve()))
                .param("escalate", Sql.at(opened.due().escalate()))
                .query(CaseRows::supportCase)
                .single();
    }

    private String nextNumber(LocalDate day) {
        int number = jdbc.sql("""
                        insert into care.case_number (day, last) values (:day, 1)
                        on conflict (day) do update set last = case_number.last + 1
                        returning last
                        """).param("day", day).query(Integer.class).single();
        return "C%04d%02d%02d-%04d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), number);
    }
}
