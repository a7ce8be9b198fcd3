package kr.dochak.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.promise.PromiseFact.Changed;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL that writes notices: one statement for a whole list of facts. */
@Repository
public class NoticeRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NoticeRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Inserts or holds new notices and answers those that are new; a known key is left alone. One that is no longer true (its
     * parcel was delivered or its order cancelled meanwhile) is recorded as withdrawn.
     *
     * @param sendsOut whether outside channels are to be planned for what is told at once
     */
    List<NoticeRow> insert(List<NewNotice> notices, Instant now, boolean sendsOut) {
        if (notices.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                with fresh as (
                insert into messaging.notice (kind, subject, tenant_id, person_id, order_id, promise_id, shipment_id, facts,
                    detected_at, decided, state, told_at, plan_at)
                select n.kind, n.subject, n.tenant_id, n.person_id, n.order_id, n.promise_id, n.shipment_id, n.facts,
                    n.detected_at, n.decided and not n.untrue,
                    case when n.untrue then 'WITHDRAWN' when n.hold_until > :now::timestamptz then 'HELD' else 'TOLD' end,
                    case when not n.untrue and coalesce(n.hold_until, :now::timestamptz) <= :now::timestamptz then :now::timestamptz end,
                    case when n.untrue then null when n.hold_until > :now::timestamptz then n.hold_until when :sendsOut then :now::timestamptz end
                from (
                    select u.*, u.kind in ('DELAYED', 'WINDOW_CHANGED') and exists (
                        select from messaging.notice d
                        where d.kind = 'DELIVERED' and d.corrected_at is null and d.order_id = u.order_id
                          and (u.shipment_id is null or d.shipment_id = u.shipment_id))
                      or u.kind in ('ORDER_CONFIRMED', 'PREPARING', 'SHIPPED', 'OUT_FOR_DELIVERY', 'WINDOW_CHANGED', 'DELAYED', 'DELIVERED',
                                    'ATTEMPT_FAILED', 'READY_FOR_PICKUP', 'RETURNING', 'LOST_OR_DAMAGED')
                        and exists (select from messaging.known_order k
                                    where k.order_id = u.order_id and k.cancelled_at is not null) as untrue
                    from unnest(:kind::text[], :subject::text[], :tenant::bigint[], :person::bigint[], :order::bigint[],
                        :promise::bigint[], :shipment::bigint[], :facts::text[]::jsonb[], :detected::timestamptz[],
                        :decided::boolean[], :hold::timestamptz[])
                        as u (kind, subject, tenant_id, person_id, order_id, promise_id, shipment_id, facts, detected_at,
                            decided, hold_until)) n
                on conflict do nothing
                returning *)
                select fresh.*, k.order_no from fresh left join messaging.known_order k on k.order_id = fresh.order_id
                """)
                .params(Rows.of(notices)
                        .name("kind", NewNotice::kind)
                        .text("subject", NewNotice::subject)
                        .id("tenant", NewNotice::tenantId)
                        .id("person", NewNotice::personId)
                        .id("order", NewNotice::orderId)
                        .id("promise", NewNotice::promiseId)
                        .id("shipment", NewNotice::shipmentId)
                        .text("facts", n -> json.writeValueAsString(n.facts()))
                        .at("detected", NewNotice::detectedAt)
                        .flag("decided", NewNotice::decided)
                        .at("hold", NewNotice::holdUntil)
                        .params())
                .param("now", Sql.at(now))
                .param("sendsOut", sendsOut)
                .query(this::read)
                .list();
    }

    /** Completes held notices and releases them; answers those that were held. */
    List<NoticeRow> release(List<NewNotice> complete, Instant now, boolean sendsOut) {
        return jdbc.sql("""
                with released as (
                update messaging.notice n
                set facts = u.facts, decided = true, state = 'TOLD', told_at = :now::timestamptz,
                    plan_at = case when :sendsOut then :now::timestamptz end
                from unnest(:kind::text[], :subject::text[], :facts::text[]::jsonb[]) as u (kind, subject, facts)
                where n.kind = u.kind and n.subject = u.subject and n.state = 'HELD'
                returning n.*)
                select r.*, k.order_no from released r left join messaging.known_order k on k.order_id = r.order_id
                """)
                .param("kind", Sql.texts(complete, n -> n.kind().name()))
                .param("subject", Sql.texts(complete, NewNotice::subject))
                .param("facts", Sql.texts(complete, n -> json.writeValueAsString(n.facts())))
                .param("now", Sql.at(now))
                .param("sendsOut", sendsOut)
                .query(this::read)
                .list();
    }

    /** Of these notices the subjects of those that went out, or were withdrawn, without the decision. */
    List<String> undecided(List<NewNotice> decided) {
        return jdbc.sql("""
                select n.subject from messaging.notice n
                join unnest(:kind::text[], :subject::text[]) as u (kind, subject) on n.kind = u.kind and n.subject = u.subject
                where not n.decided and n.state <> 'HELD'
                """)
                .param("kind", Sql.texts(decided, n -> n.kind().name()))
                .param("subject", Sql.texts(decided, NewNotice::subject))
                .query(String.class)
                .list();
    }

    /** A changed window while an earlier change still waits: the newest window replaces it, the announced one stays. */
    void mergeIntoWaiting(List<Changed> changes) {
        jdbc.sql("""
                update messaging.notice n
                set facts = n.facts || jsonb_build_object('window', u.facts -> 'window', 'cause', u.facts -> 'cause',
                                                       'lost', u.facts -> 'lost'),
                    detected_at = u.at
                from unnest(:promise::bigint[], :facts::text[]::jsonb[], :at::timestamptz[]) as u (promise_id, facts, at)
                where n.kind = 'WINDOW_CHANGED' and n.state = 'HELD' and n.promise_id = u.promise_id and n.detected_at < u.at
                """)
                .param("promise", Sql.ids(changes, Changed::promiseId))
                .param(
                        "facts",
                        Sql.texts(
                                changes,
                                c -> json.writeValueAsString(
                                        NoticeFacts.change(c.told(), c.now(), c.cause(), c.lost()))))
                .param("at", Sql.instants(changes, Changed::at))
                .update();
    }

    /** When the customer was last notified of a changed window, or will be, and the newest change in it. */
    List<LastChange> lastChanges(Collection<OrderId> orderIds) {
        return jdbc.sql("""
                select n.promise_id, max(n.told_at) as told_at, max(n.detected_at) as detected_at
                from messaging.notice n
                join unnest(:orders::bigint[]) as u (order_id) on n.order_id = u.order_id
                where n.kind = 'WINDOW_CHANGED'
                group by n.promise_id
                """)
                .param("orders", Sql.ids(orderIds))
                .query((row, number) -> new LastChange(
                        new PromiseId(row.getLong("promise_id")),
                        Sql.instant(row, "told_at"),
                        Sql.moment(row, "detected_at")))
                .list();
    }

    record LastChange(PromiseId promiseId, @Nullable Instant announcedAt, Instant detectedAt) {}

    /**
     * Withdraws what is no longer true for these parcels: held notices vanish, and outside messages that wait are dropped.
     * A shipment of null means the whole order.
     */
    public void withdraw(List<NoticeKind> kinds, List<ParcelOf> parcels) {
        if (parcels.isEmpty() || kinds.isEmpty()) {
            return;
        }
        jdbc.sql("""
                with untrue as (
                    select n.id, n.state from messaging.notice n
                    join unnest(:order::bigint[], :shipment::bigint[]) as u (order_id, shipment_id)
                      on n.order_id = u.order_id
                     and (u.shipment_id is null or n.shipment_id is null or n.shipment_id = u.shipment_id)
                    where n.kind = any (:kinds::text[])
                ), withdrawn as (
                    update messaging.notice n set state = 'WITHDRAWN', plan_at = null
                    from untrue u where n.id = u.id and n.state = 'HELD'
                ), unplanned as (
                    update messaging.notice n set plan_at = null
                    from untrue u where n.id = u.id and n.state = 'TOLD' and n.plan_at is not null
                )
                update messaging.delivery d set state = 'SUPERSEDED'
                from untrue u where d.notice_id = u.id and d.state = 'WAITING'
                """)
                .param("kinds", kinds.stream().map(NoticeKind::name).toArray(String[]::new))
                .param("order", Sql.ids(parcels, ParcelOf::orderId))
                .param("shipment", Sql.ids(parcels, ParcelOf::shipmentId))
                .update();
    }

    /**
     * The arrival of these parcels was none: what was said of it stays, and the next arrival is said anew. A message that still
     * waits is not sent.
     */
    public void correctArrivals(List<ParcelOf> parcels, Instant now) {
        if (parcels.isEmpty()) {
            return;
        }
        withdraw(List.of(NoticeKind.DELIVERED), parcels);
        jdbc.sql("""
                update messaging.notice n set corrected_at = :now, subject = n.subject || ':corrected:' || n.id
                from unnest(:order::bigint[], :shipment::bigint[]) as u (order_id, shipment_id)
                where n.kind = 'DELIVERED' and n.order_id = u.order_id and n.shipment_id = u.shipment_id
                  and n.corrected_at is null
                """)
                .param("now", Sql.at(now))
                .param("order", Sql.ids(parcels, ParcelOf::orderId))
                .param("shipment", Sql.ids(parcels, ParcelOf::shipmentId))
                .update();
    }

    public record ParcelOf(OrderId orderId, @Nullable ShipmentId shipmentId) {}

    public NoticeRow read(ResultSet row, int number) throws SQLException {
        return new NoticeRow(
                row.getLong("id"),
                NoticeKind.valueOf(row.getString("kind")),
                OrderNotice.State.valueOf(row.getString("state")),
                new MallId(row.getLong("tenant_id")),
                new PersonId(row.getLong("person_id")),
                OrderId.ofNullable(row.getObject("order_id", Long.class)),
                row.getString("order_no"),
                json.readValue(row.getString("facts"), NoticeFacts.class),
                Sql.moment(row, "detected_at"),
                Sql.instant(row, "told_at"));
    }
}
