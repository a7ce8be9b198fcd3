package kr.dochak.care;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.dochak.care.answers.CaseWords;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseRecord;
import kr.dochak.care.record.CaseRows;
import kr.dochak.care.record.SupportCase;
import kr.dochak.database.Sql;
import kr.dochak.shared.OrderId;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends cases whose question an event has answered, as far as the rules of the mall say so: who asked where a parcel is has it.
 * What sounds of danger or law is never ended by itself, nor what the customer wrote after the event.
 */
@Component
class EventAnswers {

    private final JdbcClient jdbc;
    private final CaseMoves moves;
    private final CaseRecord record;
    private final Tracking tracking;
    private final CaseAnnouncements announcements;
    private final InstantSource clock;

    EventAnswers(
            JdbcClient jdbc,
            CaseMoves moves,
            CaseRecord record,
            Tracking tracking,
            CaseAnnouncements announcements,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.record = record;
        this.tracking = tracking;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Orders of which a parcel came; those of which another one is still on its way are not answered yet. */
    void delivered(Collection<OrderId> orderIds) {
        List<SupportCase> asked = orderIds.isEmpty() ? List.of() : answerable(orderIds, "DELIVERED");
        if (asked.isEmpty()) {
            return;
        }
        Map<OrderId, List<ShipmentView>> parcels = tracking.ofOrders(orderIds);
        for (SupportCase one : asked) {
            List<ShipmentState> states = parcels.getOrDefault(one.orderId(), List.of()).stream()
                    .map(ShipmentView::state)
                    .filter(state -> state.status() != ShipmentStatus.CANCELLED)
                    .toList();
            Instant came = states.stream()
                    .map(ShipmentState::deliveredAt)
                    .filter(at -> at != null)
                    .max(Instant::compareTo)
                    .orElse(null);
            boolean all = states.stream().allMatch(state -> state.status() == ShipmentStatus.DELIVERED);
            if (all && came != null) {
                answer(one, came, CaseWords.came(came));
            }
        }
    }

    @Transactional
    void cancelled(OrderId orderId, Instant at) {
        answerable(List.of(orderId), "CANCELLED").forEach(one -> answer(one, at, CaseWords.cancelled(at)));
    }

    private List<SupportCase> answerable(Collection<OrderId> orderIds, String event) {
        return jdbc.sql("""
                select c.* from care.support_case c
                where c.order_id = any (:orders::bigint[]) and c.status <> 'SOLVED' and c.urgency <> 'HIGH'
                  and exists (
                    select from care.closing_rule r where r.type = c.type and r.event = :event and r.tenant_id = (
                        select max(own.tenant_id) from care.closing_rule own where own.tenant_id in (0, c.tenant_id)))
                order by c.id for update of c
                """)
                .param("orders", Sql.ids(orderIds))
                .param("event", event)
                .query(CaseRows::supportCase)
                .list();
    }

    private void answer(SupportCase one, Instant happened, String words) {
        if (record.customerWroteAfter(one.caseId(), happened)) {
            return;
        }
        Instant now = clock.instant();
        record.add(
                one.caseId(), CaseRecord.Speaker.SYSTEM, words, "answered:" + one.caseId() + ":" + one.version(), now);
        record.note(one.caseId(), CaseEvent.Kind.ANSWERED_BY_EVENT, null, "", now);
        moves.answeredByEvent(one, now);
        announcements.solved(one, now);
        announcements.touch(one);
    }
}
