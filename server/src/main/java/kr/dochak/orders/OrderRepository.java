package kr.dochak.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.orders.OrderFact.MallPromise;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes orders; {@link OrderQuery} reads them. */
@Repository
class OrderRepository {

    /** What is known of an order when it comes again. */
    record StoredOrder(
            OrderId orderId,
            PersonId personId,
            long recipientId,
            int revision,
            byte[] contentHash,
            boolean cancelled) {}

    /** An order about to be stored, its people already in the vault. */
    record NewOrder(OrderDraft draft, PersonId personId, long recipientId, byte[] contentHash) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrderRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Map<String, StoredOrder> lockKnown(MallId tenantId, Collection<String> orderNos) {
        Map<String, StoredOrder> known = new HashMap<>();
        jdbc.sql("""
                select order_no, id, person_id, recipient_id, revision, content_hash, status = 'CANCELLED'
                from orders.customer_order
                where tenant_id = :tenant and order_no = any(:nos)
                order by id for no key update
                """)
                .param("tenant", tenantId.value())
                .param("nos", orderNos.toArray(String[]::new))
                .query((row, n) -> known.put(
                        row.getString(1),
                        new StoredOrder(
                                new OrderId(row.getLong(2)),
                                new PersonId(row.getLong(3)),
                                row.getLong(4),
                                row.getInt(5),
                                row.getBytes(6),
                                row.getBoolean(7))))
                .list();
        return known;
    }

    /** Stores new orders with their lines and first revision; answers the ids of those that were really new. */
    Map<String, OrderId> insert(MallId tenantId, String source, List<NewOrder> rows, Instant now) {
        Map<String, OrderId> ids = insertOrders(tenantId, source, rows, now);
        List<NewOrder> stored = rows.stream()
                .filter(row -> ids.containsKey(row.draft().orderNo()))
                .toList();
        insertLines(stored, row -> Objects.requireNonNull(ids.get(row.draft().orderNo())));
        insertRevisions(ids.values(), source, now);
        return ids;
    }

    private Map<String, OrderId> insertOrders(MallId tenantId, String source, List<NewOrder> rows, Instant now) {
        Map<String, OrderId> ids = new HashMap<>();
        jdbc.sql("""
                insert into orders.customer_order
                    (tenant_id, order_no, person_id, recipient_id, status, ordered_at, confirmed_at, received_at,
                     origin_area, destination_area, centre, carrier, items_won, shipping_won, discount_won, total_won,
                     discounts, payment_method, line_count, title, promised_from, promised_to, promised_timed,
                     request_place, request_note, content_hash, source)
                select :tenant, u.order_no, u.person_id, u.recipient_id, 'CONFIRMED',
                       u.ordered_at, u.confirmed_at, :now, u.origin_area, u.destination_area, u.centre, u.carrier,
                       u.items_won, u.shipping_won, u.discount_won, u.total_won,
                       u.discounts::jsonb, u.payment_method, u.line_count, u.title,
                       u.promised_from, u.promised_to, u.promised_timed,
                       u.request_place, u.request_note, u.content_hash, :source
                from unnest(:orderNos::text[], :persons::bigint[], :recipients::bigint[], :orderedAts::timestamptz[],
                            :confirmedAts::timestamptz[], :origins::text[], :destinations::text[], :centres::text[],
                            :carriers::text[], :items::bigint[], :shippings::bigint[], :discountSums::bigint[],
                            :totals::bigint[], :discounts::text[], :payments::text[], :lineCounts::int[],
                            :titles::text[], :promisedFroms::timestamptz[], :promisedTos::timestamptz[], :timeds::boolean[],
                            :places::text[], :notes::text[], :hashes::bytea[])
                     as u (order_no, person_id, recipient_id, ordered_at, confirmed_at, origin_area, destination_area,
                           centre, carrier, items_won, shipping_won, discount_won, total_won, discounts, payment_method,
                           line_count, title, promised_from, promised_to, promised_timed, request_place, request_note,
                           content_hash)
                on conflict (tenant_id, order_no) do nothing
                returning order_no, id
                """)
                .param("tenant", tenantId.value())
                .param("source", source)
                .param("now", Sql.at(now))
                .params(columns(rows).params())
                .query((row, n) -> ids.put(row.getString(1), new OrderId(row.getLong(2))))
                .list();
        return ids;
    }

    private Rows<NewOrder> columns(List<NewOrder> rows) {
        return Rows.of(rows)
                .id("persons", NewOrder::personId)
                .number("recipients", NewOrder::recipientId)
                .bytes("hashes", NewOrder::contentHash)
                .part(
                        NewOrder::draft,
                        draft -> draft.text("orderNos", OrderDraft::orderNo)
                                .at("orderedAts", OrderDraft::orderedAt)
                                .at("confirmedAts", OrderDraft::confirmedAt)
                                .text("origins", OrderDraft::originArea)
                                .text("destinations", OrderDraft::destinationArea)
                                .text("centres", OrderDraft::centre)
                                .text("carriers", OrderDraft::carrier)
                                .part(OrderDraft::amounts, this::amounts)
                                .text("payments", OrderDraft::paymentMethod)
                                .integer("lineCounts", d -> d.lines().size())
                                .text("titles", OrderDraft::title)
                                .at("promisedFroms", d -> from(d.promised()))
                                .at("promisedTos", d -> to(d.promised()))
                                .flag("timeds", d -> timed(d.promised()))
                                .name("places", d -> d.request().place())
                                .text("notes", d -> d.request().note()));
    }

    private void amounts(Rows<OrderAmounts> amounts) {
        amounts.number("items", OrderAmounts::items)
                .number("shippings", OrderAmounts::shipping)
                .number("discountSums", OrderAmounts::discount)
                .number("totals", OrderAmounts::total)
                .text("discounts", each -> json.writeValueAsString(each.discounts()));
    }

    private void insertLines(List<NewOrder> rows, Function<NewOrder, OrderId> idOf) {
        record Line(OrderId orderId, OrderLine line) {}
        List<Line> lines = new ArrayList<>();
        rows.forEach(row -> row.draft().lines().forEach(line -> lines.add(new Line(idOf.apply(row), line))));
        jdbc.sql("""
                insert into orders.order_line (order_id, line, sku, name, quantity, unit_price, image_url)
                select * from unnest(:orders::bigint[], :lines::int[], :skus::text[], :names::text[],
                                     :quantities::int[], :prices::bigint[], :images::text[])
                """)
                .param("orders", Sql.ids(lines, Line::orderId))
                .param("lines", Sql.ints(lines, l -> l.line().line()))
                .param("skus", Sql.texts(lines, l -> l.line().sku()))
                .param("names", Sql.texts(lines, l -> l.line().name()))
                .param("quantities", Sql.ints(lines, l -> l.line().quantity()))
                .param("prices", Sql.longs(lines, l -> l.line().unitPrice()))
                .param("images", Sql.texts(lines, l -> l.line().imageUrl()))
                .update();
    }

    private void insertRevisions(Collection<OrderId> ids, String source, Instant now) {
        jdbc.sql("""
                insert into orders.revision (order_id, revision, at, who, why, changed)
                select u.id, 1, :now::timestamptz, :source, '주문 접수', '{}'
                from unnest(:ids::bigint[]) as u (id)
                """)
                .param("now", Sql.at(now))
                .param("source", source)
                .param("ids", Sql.ids(ids))
                .update();
    }

    /**
     * Replaces the content of a known order and writes down which fields changed. What the customer changed of the delivery
     * request stays, field by field, until the mall itself says something else about that field than it did before.
     */
    void revise(StoredOrder before, NewOrder row, int revision, String source, Instant now) {
        List<String> changed = rewrite(before.orderId(), row, revision);
        jdbc.sql("delete from orders.order_line where order_id = :id")
                .param("id", before.orderId().value())
                .update();
        insertLines(List.of(row), unused -> before.orderId());
        addRevision(before.orderId(), revision, now, source, "주문 내용이 바뀌었어요", changed);
    }

    /** Answers the names of the fields that are different now. */
    private List<String> rewrite(OrderId orderId, NewOrder row, int revision) {
        OrderDraft draft = row.draft();
        return jdbc.sql("""
                with old as (select * from orders.customer_order where id = :id)
                update orders.customer_order o
                set person_id = :person, recipient_id = :recipient, ordered_at = :orderedAt, confirmed_at = :confirmedAt,
                    origin_area = :origin, destination_area = :destination, centre = :centre, carrier = :carrier,
                    items_won = :items, shipping_won = :shipping, discount_won = :discount, total_won = :total,
                    discounts = :discounts::jsonb, payment_method = :payment, line_count = :lines, title = :title,
                    promised_from = :promisedFrom, promised_to = :promisedTo, promised_timed = :timed,
                    request_place = case when old.mall_place = :place then old.request_place else :place end,
                    request_note = case when old.mall_note = :note then old.request_note else :note end,
                    mall_place = case when old.mall_place is not null then :place end,
                    mall_note = case when old.mall_note is not null then :note end,
                    content_hash = :hash, revision = :revision
                from old
                where o.id = old.id
                returning array_to_string(array_remove(array[
                    case when old.total_won <> o.total_won then 'amounts' end,
                    case when old.title <> o.title or old.line_count <> o.line_count then 'items' end,
                    case when old.destination_area <> o.destination_area then 'recipient.area' end,
                    case when old.promised_to is distinct from o.promised_to then 'promise' end,
                    case when (old.request_place, old.request_note) <> (o.request_place, o.request_note) then 'request' end,
                    case when old.carrier is distinct from o.carrier then 'carrier' end,
                    case when old.centre is distinct from o.centre then 'centre' end,
                    case when old.ordered_at <> o.ordered_at then 'orderedAt' end,
                    case when old.person_id <> o.person_id then 'customer' end,
                    case when old.recipient_id <> o.recipient_id then 'recipient' end], null), ',')
                """)
                .param("id", orderId.value())
                .param("person", row.personId().value())
                .param("recipient", row.recipientId())
                .param("orderedAt", Sql.at(draft.orderedAt()))
                .param("confirmedAt", Sql.at(draft.confirmedAt()))
                .param("origin", draft.originArea())
                .param("destination", draft.destinationArea())
                .param("centre", draft.centre())
                .param("carrier", draft.carrier())
                .param("items", draft.amounts().items())
                .param("shipping", draft.amounts().shipping())
                .param("discount", draft.amounts().discount())
                .param("total", draft.amounts().total())
                .param("discounts", json.writeValueAsString(draft.amounts().discounts()))
                .param("payment", draft.paymentMethod())
                .param("lines", draft.lines().size())
                .param("title", draft.title())
                .param("promisedFrom", Sql.at(from(draft.promised())))
                .param("promisedTo", Sql.at(to(draft.promised())))
                .param("timed", timed(draft.promised()))
                .param("place", draft.request().place().name())
                .param("note", draft.request().note())
                .param("hash", row.contentHash())
                .param("revision", revision)
                .query(String.class)
                .list();
    }

    void addRevision(OrderId orderId, int revision, Instant now, String who, String why, List<String> changed) {
        jdbc.sql("""
                insert into orders.revision (order_id, revision, at, who, why, changed)
                values (:id, :revision, :now, :who, :why, string_to_array(:changed, ','))
                """)
                .param("id", orderId.value())
                .param("revision", revision)
                .param("now", Sql.at(now))
                .param("who", who)
                .param("why", why)
                .param("changed", String.join(",", changed))
                .update();
    }

    private static @Nullable Instant from(@Nullable MallPromise promised) {
        return promised == null ? null : promised.from();
    }

    private static @Nullable Instant to(@Nullable MallPromise promised) {
        return promised == null ? null : promised.to();
    }

    private static boolean timed(@Nullable MallPromise promised) {
        return promised != null && promised.timed();
    }
}
