package kr.dochak.tracking.carriers.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.carriers.PushedEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What carriers, aggregators and malls sent us, as it came but without persons, while it is stored (TRK-2). What a carrier pushes is about
 * many malls' parcels, so of it only the events of the parcel that was asked for are shown.
 */
@Component
public class RawBodies {

    /** A body is written a moment before or after the scans in it. */
    private static final String AROUND = "5 seconds";

    private static final int MOST_OF_A_PARCEL = 1_000;

    private final JdbcClient jdbc;
    private final Tracking tracking;

    RawBodies(JdbcClient jdbc, Tracking tracking) {
        this.jdbc = jdbc;
        this.tracking = tracking;
    }

    /** What a mall pushed itself, newest first. */
    public Keyset<RawBody> ofMall(MallId tenantId, @Nullable String cursor, int limit) {
        List<RawBody> rows = jdbc.sql("""
                        select id * 2 + 1 as number, received_at, null as source, carrier, true as pushed, 0 as status, body
                        from tracking.pushed_body where caller_tenant = :tenant and id * 2 + 1 < :before
                        order by id desc limit :limit
                        """)
                .param("tenant", tenantId.value())
                .param("before", Cursor.read(cursor).number(0, Long.MAX_VALUE))
                .param("limit", limit + 1)
                .query(RawBodies::body)
                .list();
        return Keyset.of(rows, limit, last -> Cursor.after(last.number()));
    }

    /** What was answered about these parcels, and what was pushed of them and taken; newest first. */
    public Keyset<RawBody> ofParcels(List<ShipmentView> parcels, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor);
        Instant until = after.isStart() ? Instant.MAX : after.instant(0);
        long before = after.number(1, Long.MAX_VALUE);
        List<RawBody> rows = Stream.concat(
                        answers(parcels).stream(), parcels.stream().flatMap(parcel -> pushed(parcel).stream()))
                .sorted(Comparator.comparing(RawBody::at)
                        .thenComparing(RawBody::number)
                        .reversed())
                .filter(body -> body.at().isBefore(until) || (body.at().equals(until) && body.number() < before))
                .limit(limit + 1L)
                .toList();
        return Keyset.of(rows, limit, last -> Cursor.after(last.at(), last.number()));
    }

    private List<RawBody> answers(List<ShipmentView> parcels) {
        return jdbc.sql("""
                        select id * 2 as number, received_at, source, carrier, pushed, http_status as status, body
                        from tracking.raw_answer where shipment_id = any(:ids) order by received_at desc limit :most
                        """)
                .param("ids", Sql.ids(parcels, ShipmentView::shipmentId))
                .param("most", MOST_OF_A_PARCEL)
                .query(RawBodies::body)
                .list();
    }

    /** By the moments at which its scans came: what is stored of all malls is too much to be read for one number. */
    private List<RawBody> pushed(ShipmentView parcel) {
        List<Instant> came = tracking.scansOf(parcel.shipmentId()).stream()
                .map(scan -> scan.receivedAt())
                .distinct()
                .toList();
        List<RawBody> of = new ArrayList<>();
        jdbc.sql("""
                        select distinct b.id * 2 + 1 as number, b.received_at, null as source, b.carrier, true as pushed, 0 as status, b.body
                        from unnest(:came::timestamptz[]) as scan(at)
                        join tracking.pushed_body b
                          on b.received_at between scan.at - cast(:around as interval) and scan.at + cast(:around as interval)
                        limit :most
                        """)
                .param("came", Sql.instants(came, at -> at))
                .param("around", AROUND)
                .param("most", MOST_OF_A_PARCEL)
                .query(RawBodies::body)
                .list()
                .forEach(body -> PushedEvents.of(
                                body.body(), body.carrier(), parcel.state().carrier(), parcel.trackingNumber())
                        .ifPresent(events -> of.add(new RawBody(
                                body.number(), body.at(), null, parcel.state().carrier(), true, 0, events))));
        return of;
    }

    private static RawBody body(ResultSet row, int number) throws SQLException {
        return new RawBody(
                row.getLong("number"),
                Sql.moment(row, "received_at"),
                row.getString("source"),
                CarrierId.ofNullable(row.getString("carrier")),
                row.getBoolean("pushed"),
                row.getInt("status"),
                row.getString("body"));
    }
}
