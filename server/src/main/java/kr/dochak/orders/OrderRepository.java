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
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes orders; {@link OrderChanges} changes them, and {@link OrderQuery} reads them. */
@Repository
class OrderRepository {

    /** What is known of an order when it comes again. */
    record StoredOrder(
            OrderId orderId,
            PersonId personId,
            long recipientId,
            int revision,
            byte[] contentHash,
            OrderStatus status,
            Instant orderedAt,
            Instant confirmedAt) {

        /** From when on a revision counts as confirmed: a payment that was told apart from the order is not forgotten. */
        Instant confirmed(OrderDraft draft, Instant now) {
            if (draft.paidAt() != null || draft.status() != OrderStatus.PAID) {
                return draft.confirmedAt();
            }
            boolean paysNow = status == OrderStatus.UNPAID;
            return paysNow ? now : confirmedAt.equals(orderedAt) ? draft.orderedAt() : confirmedAt;
        }
    }

    /** An order about to be stored, its people already in the vault. */
    record NewOrder(OrderDraft draft, PersonId personId, long recipientId, byte[] contentHash) {

        OrderNotes.Clear note(MallId tenantId) {
            return new OrderNotes.Clear(
                    tenantId, draft.orderNo(), personId, draft.request().note());
        }

        /** The order as it is announced to other modules. */
        PlacedOrder placed(MallId tenantId, OrderId orderId, Instant confirmedAt) {
            return new PlacedOrder(
                    orderId,
                    tenantId,
                    draft.orderNo(),
                    personId,
                    recipientId,
                    confirmedAt,
                    draft.originArea(),
                    draft.destinationArea(),
                    draft.carrier(),
                    draft.amounts().total(),
                    draft.lines().size(),
                    draft.promised(),
                    draft.orderedAt());
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrderNotes notes;

    OrderRepository(JdbcClient jdbc, JsonMapper json, OrderNotes notes) {
        this.jdbc = jdbc;
        this.json = json;
        this.notes = notes;
    }

    Map<String, StoredOrder> lockKnown(MallId tenantId, Collection<String> orderNos) {
        Map<String, StoredOrder> known = new HashMap<>();
        jdbc.sql("""
                select order_no, id, person_id, recipient_id, revision, content_hash, status, ordered_at, confirmed_at
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
                                OrderStatus.valueOf(row.getString(7)),
                                Sql.moment(row, "ordered_at"),
                                Sql.moment(row, "confirmed_at"))))
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
        List<OrderNotes.Sealed> sealed =
                notes.seal(rows.stream().map(row -> row.note(tenantId)).toList());
        jdbc.sql("""
                insert into orders.customer_order
                    (tenant_id, order_no, person_id, recipient_id, status, ordered_at, confirmed_at, received_at,
                     origin_area, destination_area, centre, carrier, items_won, shipping_won, discount_won, points_won, total_won,
                     discounts, payment_method, line_count, title, promised_from, promised_to, promised_timed,
                     request_place, note, note_mark, note_person, content_hash, source, cancelled_at, cancel_reason)
                select :tenant, u.order_no, u.person_id, u.recipient_id, u.status,
                       u.ordered_at, u.confirmed_at, :now, u.origin_area, u.destination_area, u.centre, u.carrier,
                       u.items_won, u.shipping_won, u.discount_won, u.points_won, u.total_won,
                       u.discounts::jsonb, u.payment_method, u.line_count, u.title,
                       u.promised_from, u.promised_to, u.promised_timed,
                       u.request_place, u.note, u.note_mark, case when u.note is not null then u.person_id end, u.content_hash, :source,
                       case when u.status = 'CANCELLED' then :now::timestamptz end,
                       case when u.status = 'CANCELLED' then '주문 취소' end
                from unnest(:orderNos::text[], :persons::bigint[], :recipients::bigint[], :orderedAts::timestamptz[],
                            :confirmedAts::timestamptz[], :origins::text[], :destinations::text[], :centres::text[],
                            :carriers::text[], :items::bigint[], :shippings::bigint[], :discountSums::bigint[],
                            :points::bigint[], :totals::bigint[], :discounts::text[], :payments::text[], :lineCounts::int[],
                            :titles::text[], :promisedFroms::timestamptz[], :promisedTos::timestamptz[], :timeds::boolean[],
                            :places::text[], :notes::bytea[], :marks::bytea[], :hashes::bytea[], :statuses::text[])
                     as u (order_no, person_id, recipient_id, ordered_at, confirmed_at, origin_area, destination_area,
                           centre, carrier, items_won, shipping_won, discount_won, points_won, total_won, discounts, payment_method,
                           line_count, title, promised_from, promised_to, promised_timed, request_place, note, note_mark,
                           content_hash, status)
                on conflict (tenant_id, order_no) do nothing
                returning order_no, id
                """)
                .param("tenant", tenantId.value())
                .param("source", source)
                .param("now", Sql.at(now))
                .params(columns(rows).params())
                .param("notes", sealed.stream().map(OrderNotes.Sealed::bytes).toArray(byte[][]::new))
                .param("marks", sealed.stream().map(OrderNotes.Sealed::mark).toArray(byte[][]::new))
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
                                .text("carriers", OrderRepository::carrier)
                                .part(OrderDraft::amounts, this::amounts)
                                .text("payments", OrderDraft::paymentMethod)
                                .integer("lineCounts", d -> d.lines().size())
                                .text("titles", OrderDraft::title)
                                .at("promisedFroms", d -> from(d.promised()))
                                .at("promisedTos", d -> to(d.promised()))
                                .flag("timeds", d -> timed(d.promised()))
                                .name("places", d -> d.request().place())
                                .name("statuses", OrderDraft::status));
    }

    private void amounts(Rows<OrderAmounts> amounts) {
        amounts.number("items", OrderAmounts::items)
                .number("shippings", OrderAmounts::shipping)
                .number("discountSums", OrderAmounts::discount)
                .number("points", OrderAmounts::points)
                .number("totals", OrderAmounts::total)
                .text("discounts", each -> json.writeValueAsString(each.discounts()));
    }

    void insertLines(List<NewOrder> rows, Function<NewOrder, OrderId> idOf) {
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

    /** Notes whose customers no message reaches, so that the board can count them. */
    void markReach(Map<OrderId, Boolean> reachable) {
        if (reachable.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update orders.customer_order o set unreachable = not u.reachable
                from unnest(:ids::bigint[], :reachables::boolean[]) as u (id, reachable)
                where o.id = u.id and o.unreachable = u.reachable
                """)
                .params(Rows.of(List.copyOf(reachable.entrySet()))
                        .id("ids", Map.Entry::getKey)
                        .flag("reachables", Map.Entry::getValue)
                        .params())
                .update();
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

    static @Nullable String carrier(OrderDraft draft) {
        return CarrierId.textOf(draft.carrier());
    }

    static @Nullable Instant from(@Nullable MallPromise promised) {
        return promised == null ? null : promised.from();
    }

    static @Nullable Instant to(@Nullable MallPromise promised) {
        return promised == null ? null : promised.to();
    }

    static boolean timed(@Nullable MallPromise promised) {
        return promised != null && promised.timed();
    }
}
