package kr.dochak.orders;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.dochak.database.Sql;
import kr.dochak.orders.OrderFact.PreparationStep;
import kr.dochak.orders.OrderRepository.NewOrder;
import kr.dochak.orders.OrderRepository.StoredOrder;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Changes to an order after it came: each answers whether anything really changed. */
@Repository
class OrderChanges {

    private final JdbcClient jdbc;
    private final OrderRepository orders;
    private final JsonMapper json;
    private final OrderNotes notes;

    OrderChanges(JdbcClient jdbc, OrderRepository orders, JsonMapper json, OrderNotes notes) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.json = json;
        this.notes = notes;
    }

    /**
     * Replaces the content of a known order and writes down which fields changed. What the customer changed of the delivery
     * request stays, field by field, until the mall itself says something else about that field than it did before.
     *
     * @return the lines it did not have before
     */
    List<Integer> revise(MallId tenantId, StoredOrder before, NewOrder row, int revision, String source, Instant now) {
        OrderNotes.Sealed note = notes.seal(List.of(row.note(tenantId))).getFirst();
        List<String> changed = rewrite(before, row, note, revision, now);
        List<Integer> lines = jdbc.sql("delete from orders.order_line where order_id = :id returning line")
                .param("id", before.orderId().value())
                .query(Integer.class)
                .list();
        orders.insertLines(List.of(row), unused -> before.orderId());
        boolean paid = before.status() != row.draft().status();
        orders.addRevision(before.orderId(), revision, now, source, paid ? "결제됐어요" : "주문 내용이 바뀌었어요", changed);
        return row.draft().lines().stream()
                .map(OrderLine::line)
                .filter(line -> !lines.contains(line))
                .toList();
    }

    /** Answers the names of the fields that are different now. */
    private List<String> rewrite(StoredOrder before, NewOrder row, OrderNotes.Sealed note, int revision, Instant now) {
        OrderDraft draft = row.draft();
        return jdbc.sql("""
                with old as (select * from orders.customer_order where id = :id)
                update orders.customer_order o
                set person_id = :person, recipient_id = :recipient, ordered_at = :orderedAt, confirmed_at = :confirmedAt,
                    origin_area = :origin, destination_area = :destination, centre = :centre, carrier = :carrier,
                    items_won = :items, shipping_won = :shipping, discount_won = :discount, points_won = :points,
                    total_won = :total,
                    discounts = :discounts::jsonb, payment_method = :payment, line_count = :lines, title = :title,
                    promised_from = :promisedFrom, promised_to = :promisedTo, promised_timed = :timed,
                    request_place = case when old.mall_place = :place then old.request_place else :place end,
                    note = case when old.mall_note_mark = :mark then old.note else :note end,
                    note_mark = case when old.mall_note_mark = :mark then old.note_mark else :mark end,
                    note_person = case when old.mall_note_mark = :mark then old.note_person
                                       when :note::bytea is not null then :person end,
                    mall_place = case when old.mall_place is not null then :place end,
                    mall_note_mark = case when old.mall_note_mark is not null then :mark end,
                    content_hash = :hash, revision = :revision, status = :status
                from old
                where o.id = old.id
                returning array_to_string(array_remove(array[
                    case when old.status <> o.status then 'status' end,
                    case when old.total_won <> o.total_won then 'amounts' end,
                    case when old.title <> o.title or old.line_count <> o.line_count then 'items' end,
                    case when old.destination_area <> o.destination_area then 'recipient.area' end,
                    case when old.promised_to is distinct from o.promised_to then 'promise' end,
                    case when (old.request_place, old.note_mark) <> (o.request_place, o.note_mark) then 'request' end,
                    case when old.carrier is distinct from o.carrier then 'carrier' end,
                    case when old.centre is distinct from o.centre then 'centre' end,
                    case when old.ordered_at <> o.ordered_at then 'orderedAt' end,
                    case when old.person_id <> o.person_id then 'customer' end,
                    case when old.recipient_id <> o.recipient_id then 'recipient' end], null), ',')
                """)
                .param("id", before.orderId().value())
                .param("person", row.personId().value())
                .param("recipient", row.recipientId())
                .param("orderedAt", Sql.at(draft.orderedAt()))
                .param("confirmedAt", Sql.at(before.confirmed(draft, now)))
                .param("origin", draft.originArea())
                .param("destination", draft.destinationArea())
                .param("centre", draft.centre())
                .param("carrier", OrderRepository.carrier(draft))
                .params(amounts(draft.amounts()))
                .param("payment", draft.paymentMethod())
                .param("lines", draft.lines().size())
                .param("title", draft.title())
                .param("promisedFrom", Sql.at(OrderRepository.from(draft.promised())))
                .param("promisedTo", Sql.at(OrderRepository.to(draft.promised())))
                .param("timed", OrderRepository.timed(draft.promised()))
                .param("place", draft.request().place().name())
                .param("note", note.bytes(), Types.BINARY)
                .param("mark", note.mark())
                .param("hash", row.contentHash())
                .param("status", draft.status().name())
                .param("revision", revision)
                .query(String.class)
                .list();
    }

    private Map<String, Object> amounts(OrderAmounts amounts) {
        return Map.of(
                "items", amounts.items(),
                "shipping", amounts.shipping(),
                "discount", amounts.discount(),
                "points", amounts.points(),
                "total", amounts.total(),
                "discounts", json.writeValueAsString(amounts.discounts()));
    }

    boolean request(OrderSummary order, DeliveryRequest request, String who, Instant now) {
        OrderId orderId = order.orderId();
        OrderNotes.Sealed note = notes.seal(List.of(
                        new OrderNotes.Clear(order.tenantId(), order.orderNo(), order.personId(), request.note())))
                .getFirst();
        List<Integer> revision = jdbc.sql("""
                update orders.customer_order
                set request_place = :place, request_day = :day, revision = revision + 1,
                    note = case when note_mark = :mark then note else :note end,
                    note_person = case when note_mark = :mark then note_person
                                       when :note::bytea is not null then :person end,
                    note_mark = :mark,
                    mall_place = coalesce(mall_place, request_place), mall_note_mark = coalesce(mall_note_mark, note_mark)
                where id = :id
                  and (request_place, note_mark, coalesce(request_day, 'infinity'))
                      is distinct from (:place, :mark, coalesce(:day::date, 'infinity'))
                returning revision
                """)
                .param("id", orderId.value())
                .param("place", request.place().name())
                .param("note", note.bytes(), Types.BINARY)
                .param("mark", note.mark())
                .param("person", order.personId().value())
                .param("day", request.day())
                .query(Integer.class)
                .list();
        revision.forEach(each -> orders.addRevision(orderId, each, now, who, "배송 요청을 바꿨어요", List.of("request")));
        return !revision.isEmpty();
    }

    /** How often somebody has changed the request since then. */
    int requests(OrderId orderId, String who, Instant since) {
        return jdbc.sql("""
                select count(*) from orders.revision
                where order_id = :id and who = :who and at > :since and 'request' = any (changed)
                """)
                .param("id", orderId.value())
                .param("who", who)
                .param("since", Sql.at(since))
                .query(Integer.class)
                .single();
    }

    /** Free words about an order without what leads to its people. */
    String withoutPersons(OrderSummary order, String words) {
        return notes.withoutPersons(order, words);
    }

    /** Orders whose customer wrote something for the driver. */
    List<OrderId> withNotes(Collection<OrderId> orderIds) {
        return jdbc.sql("""
                select id from orders.customer_order
                where id = any (:ids::bigint[]) and (note is not null or mall_note_mark <> :none)
                """)
                .param("ids", Sql.ids(orderIds))
                .param("none", OrderNotes.NONE)
                .query((row, number) -> new OrderId(row.getLong(1)))
                .list();
    }

    void eraseNotes(Collection<OrderId> orderIds) {
        jdbc.sql("""
                update orders.customer_order
                set note = null, note_mark = :none, note_person = null,
                    mall_note_mark = case when mall_note_mark is not null then :none end
                where id = any (:ids::bigint[])
                """)
                .param("ids", Sql.ids(orderIds))
                .param("none", OrderNotes.NONE)
                .update();
    }

    boolean cancel(OrderId orderId, String reason, String who, Instant now) {
        List<Integer> revision = jdbc.sql("""
                update orders.customer_order
                set status = 'CANCELLED', cancelled_at = :now, cancel_reason = :reason, revision = revision + 1
                where id = :id and status <> 'CANCELLED'
                returning revision
                """)
                .param("id", orderId.value())
                .param("now", Sql.at(now))
                .param("reason", reason)
                .query(Integer.class)
                .list();
        revision.forEach(each -> orders.addRevision(orderId, each, now, who, reason, List.of("status")));
        return !revision.isEmpty();
    }

    /** Confirmed from this moment on; false when it was paid before or is cancelled. */
    boolean pay(OrderId orderId, Instant paidAt, String who, Instant now) {
        List<Integer> revision = jdbc.sql("""
                update orders.customer_order
                set status = 'PAID', confirmed_at = :paidAt, revision = revision + 1
                where id = :id and status = 'UNPAID'
                returning revision
                """)
                .param("id", orderId.value())
                .param("paidAt", Sql.at(paidAt))
                .query(Integer.class)
                .list();
        revision.forEach(each -> orders.addRevision(orderId, each, now, who, "결제됐어요", List.of("status")));
        return !revision.isEmpty();
    }

    boolean prepared(OrderId orderId, PreparationStep step, Instant at) {
        return jdbc.sql("""
                update orders.customer_order
                set picking_at = case when :step = 'PICKING' then coalesce(picking_at, :at) else picking_at end,
                    packed_at = case when :step = 'PACKED' then coalesce(packed_at, :at) else packed_at end
                where id = :id
                  and ((:step = 'PICKING' and picking_at is null) or (:step = 'PACKED' and packed_at is null))
                """)
                        .param("id", orderId.value())
                        .param("step", step.name())
                        .param("at", Sql.at(at))
                        .update()
                > 0;
    }
}
