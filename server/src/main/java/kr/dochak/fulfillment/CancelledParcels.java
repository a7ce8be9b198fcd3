package kr.dochak.fulfillment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.fulfillment.CancelledParcel.Where;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.settings.Settings;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Parcels of cancelled orders, whichever came first, the cancellation or the hand-over. */
@Component
public class CancelledParcels {

    /** Of how many the figures of the board and of the filters are made at most, the latest first. */
    private static final int MOST_COUNTED = 5_000;

    private static final int BATCH = 500;

    private static final Wanted ALL = new Wanted(null, null, null);

    /** Narrows the list: to a place, to these orders or these parcels; null does not. */
    public record Wanted(
            @Nullable Where where,
            @Nullable List<OrderId> orders,
            @Nullable List<ShipmentId> parcels) {}

    /** How many there are in each place, and of those that can still be stopped the one that waits longest. */
    public record Figures(
            Map<Where, Integer> parcels, @Nullable CancelledParcel oldest) {

        public int of(Where where) {
            return parcels.getOrDefault(where, 0);
        }

        public int stoppable() {
            return of(Where.HERE) + of(Where.UNDER_WAY);
        }
    }

    private record Row(long id, OrderId orderId, ShipmentId shipmentId, MallId tenantId, Instant cancelledAt) {}

    private final JdbcClient jdbc;
    private final Orders orders;
    private final Tracking tracking;
    private final Settings settings;
    private final InstantSource clock;

    CancelledParcels(JdbcClient jdbc, Orders orders, Tracking tracking, Settings settings, InstantSource clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.tracking = tracking;
        this.settings = settings;
        this.clock = clock;
    }

    /** A mall's parcels of cancelled orders of which something is left to be done, the latest cancellation first. */
    public Keyset<CancelledParcel> of(MallId tenantId, Wanted wanted, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor);
        Instant at = after.isStart() ? null : after.instant(0);
        long id = after.number(1, Long.MAX_VALUE);
        List<CancelledParcel> found = new ArrayList<>();
        List<Row> rows = rows(tenantId, wanted, at, id);
        while (true) {
            parcels(rows)
                    .filter(parcel -> wanted.where() == null
                            || parcel.where().filter(wanted.where()::equals).isPresent())
                    .forEach(found::add);
            if (found.size() > limit || rows.size() < BATCH) {
                return Keyset.of(found, limit, last -> Cursor.after(last.cancelledAt(), last.id()));
            }
            rows = rows(
                    tenantId,
                    wanted,
                    rows.getLast().cancelledAt(),
                    rows.getLast().id());
        }
    }

    /** How many there are where. */
    public Figures figures(MallId tenantId) {
        Map<Where, Integer> counts = new EnumMap<>(Where.class);
        CancelledParcel oldest = null;
        List<Row> rows = rows(tenantId, ALL, null, Long.MAX_VALUE);
        for (int seen = rows.size(); ; seen += rows.size()) {
            for (CancelledParcel parcel : parcels(rows).toList()) {
                Where where = parcel.where().orElseThrow();
                counts.merge(where, 1, Integer::sum);
                oldest = where == Where.CAME ? oldest : parcel;
            }
            if (rows.size() < BATCH || seen >= MOST_COUNTED) {
                return new Figures(counts, oldest);
            }
            rows = rows(
                    tenantId, ALL, rows.getLast().cancelledAt(), rows.getLast().id());
        }
    }

    private Stream<CancelledParcel> parcels(List<Row> rows) {
        Map<ShipmentId, ShipmentView> known =
                tracking.views(rows.stream().map(Row::shipmentId).distinct().toList());
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(known.get(row.shipmentId()))
                        .map(view -> new CancelledParcel(row.id(), row.orderId(), row.cancelledAt(), view))
                        .stream())
                .filter(parcel -> parcel.where().isPresent());
    }

    /** Writes down the parcels of these orders, as far as the orders are cancelled. May be repeated. */
    void record(List<OrderId> orderIds) {
        List<OrderSummary> cancelled = orders.summaries(orderIds).values().stream()
                .filter(order -> order.cancelledAt() != null)
                .toList();
        Map<OrderId, List<ShipmentView>> parcels =
                tracking.ofOrders(cancelled.stream().map(OrderSummary::orderId).toList());
        List<Row> rows = cancelled.stream()
                .flatMap(order -> parcels.getOrDefault(order.orderId(), List.of()).stream()
                        .map(parcel -> new Row(
                                0,
                                order.orderId(),
                                parcel.shipmentId(),
                                order.tenantId(),
                                Objects.requireNonNull(order.cancelledAt()))))
                .toList();
        if (!rows.isEmpty()) {
            insert(rows);
        }
    }

    private void insert(List<Row> rows) {
        jdbc.sql("""
                insert into fulfillment.cancelled_parcel (order_id, shipment_id, tenant_id, cancelled_at)
                select * from unnest(:orders::bigint[], :shipments::bigint[], :tenants::bigint[], :at::timestamptz[])
                on conflict do nothing
                """)
                .params(Rows.of(rows)
                        .id("orders", Row::orderId)
                        .id("shipments", Row::shipmentId)
                        .id("tenants", Row::tenantId)
                        .at("at", Row::cancelledAt)
                        .params())
                .update();
    }

    private List<Row> rows(MallId tenantId, Wanted wanted, @Nullable Instant before, long beforeId) {
        return jdbc.sql("""
                select id, order_id, shipment_id, tenant_id, cancelled_at from fulfillment.cancelled_parcel
                where tenant_id = :tenant and cancelled_at > :since
                  and (:before::timestamptz is null or (cancelled_at, id) < (:before::timestamptz, :beforeId))
                  and (:all or order_id = any(:orders::bigint[]) or shipment_id = any(:parcels::bigint[]))
                order by cancelled_at desc, id desc limit :most
                """)
                .param("tenant", tenantId.value())
                .param(
                        "since",
                        Sql.at(clock.instant().minus(settings.of(FulfillmentSettings.CANCELLED_SHOWN, tenantId))))
                .param("before", Sql.at(before))
                .param("beforeId", beforeId)
                .param("all", wanted.orders() == null && wanted.parcels() == null)
                .param("orders", wanted.orders() == null ? new Long[0] : Sql.ids(wanted.orders()))
                .param("parcels", wanted.parcels() == null ? new Long[0] : Sql.ids(wanted.parcels()))
                .param("most", BATCH)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        new OrderId(row.getLong("order_id")),
                        new ShipmentId(row.getLong("shipment_id")),
                        new MallId(row.getLong("tenant_id")),
                        Sql.moment(row, "cancelled_at")))
                .list();
    }
}
