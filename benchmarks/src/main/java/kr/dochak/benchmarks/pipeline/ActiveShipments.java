package kr.dochak.benchmarks.pipeline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Millions of parcels under way, written straight into the product's tables: making them is not what is measured. Of eight
 * parcels one waits to be fetched, five lie at a hub, one has reached its last hub and one is on the van. Of the five one is
 * to be looked at when it is scanned next, the other four have been at another hub this night. Customers were told the right
 * day: those of parcels at the last hub and on the van today, the others what a hub scan says. The next look lies a little
 * before the one that a hub scan finds, within ten minutes, since timers are lazy and keep what is earlier.
 */
public final class ActiveShipments {

    /** Parcel {@code i} is known by this number. */
    public static String number(long i) {
        return "6%011d".formatted(i);
    }

    /** What the product itself says of a parcel at a hub: written to all of them, so that the next hub scan is no news. */
    public record Window(
            String p10,
            String p50,
            String p90,
            String basis,
            String checkAt,
            @Nullable String calmUntil) {

        /** Before the product was asked. */
        private static Window guess(Instant begin) {
            String soon = begin.plus(Duration.ofHours(26)).toString();
            return new Window(
                    begin.plus(Duration.ofHours(20)).toString(), soon, soon, "[\"OTHER\", \"guess\"]", soon, null);
        }

        /** What stands at one of {@link #first}'s parcels after a hub scan of it. */
        public static Window of(String url, long parcel) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url);
                    PreparedStatement select = connection.prepareStatement("""
                            select p.p10::text, p.p50::text, p.p90::text, p.basis, p.next_check_at::text, s.calm_until::text
                            from promise.promise p join tracking.shipment s on s.id = p.shipment_id
                            where p.shipment_id = ?
                            """)) {
                select.setLong(1, parcel + 1);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Window(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6));
                }
            }
        }
    }

    /** The first parcels, to ask the product about; the second of them is at a hub. */
    public static final int FIRST = 16;

    private ActiveShipments() {}

    /** Writes parcels 0 to {@link #FIRST} − 1. The schema must be there, and no shipment. */
    public static void first(String url, Instant begin) throws SQLException {
        write(url, 0, FIRST, FIRST, Window.guess(begin), begin);
    }

    /** Writes the others up to {@code count} − 1, of which the last {@code bare} carry no promise. */
    public static void others(String url, int count, int bare, Window atHub, Instant begin) throws SQLException {
        write(url, FIRST, count, count - bare, atHub, begin);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("select setval(pg_get_serial_sequence('tracking.shipment', 'id'), " + (count + 1L) + ")");
            statement.execute("vacuum analyze tracking.shipment");
            statement.execute("vacuum analyze promise.promise");
            statement.execute("checkpoint");
        }
    }

    private static void write(String url, int from, int to, int promisedTo, Window atHub, Instant begin)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            shipments(connection, from, to, promisedTo, atHub, begin);
            promises(connection, from, promisedTo, atHub, begin);
        }
    }

    private static void shipments(Connection connection, int from, int to, int promisedTo, Window atHub, Instant begin)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into tracking.shipment
                    (id, tenant_id, carrier, tracking_number, registered_at, status, status_at, place, last_scan_at,
                     scan_count, seen, calm_until)
                overriding system value
                select i + 1, 1, 'kr.cjlogistics', '6' || lpad(i::text, 11, '0'), at - interval '1 day',
                       case i % 8 when 0 then 'PENDING' when 7 then 'OUT_FOR_DELIVERY' else 'IN_TRANSIT' end,
                       at, case i % 8 when 0 then '' else '옥천HUB' end, at,
                       case i % 8 when 0 then 0 else 2 end,
                       case i % 8 when 0 then ''::bytea
                                  else int8send(i * 7919::bigint) || int8send(i * 104729::bigint) end,
                       case when i % 8 between 1 and 4 and i < ? then ?::timestamptz end
                from generate_series(?, ? - 1) i
                cross join (select ?::timestamptz as at) moment
                """)) {
            insert.setInt(1, promisedTo);
            insert.setString(2, atHub.calmUntil());
            insert.setInt(3, from);
            insert.setInt(4, to);
            insert.setString(5, begin.toString());
            insert.executeUpdate();
        }
    }

    private static void promises(Connection connection, int from, int to, Window atHub, Instant begin)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into promise.promise
                    (tenant_id, order_id, shipment_id, open_lines, person_id, origin, destination, carrier, total_won,
                     confirmed_at, promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at,
                     picked_up_at, place, next_check_at)
                select 1, 1000000000 + i, i + 1, 1, 1, '인천', '서울', 'kr.cjlogistics', 40000, at - interval '1 day',
                       at, at + interval '3 days', false, p10, p50, p90, basis,
                       case when i % 8 >= 6 then at + interval '8 hours' else p50 end,
                       case i % 8 when 0 then 'ORDERED' when 7 then 'OUT_FOR_DELIVERY' else 'IN_TRANSIT' end, at,
                       case i % 8 when 0 then null else at - interval '3 hours' end,
                       case i % 8 when 0 then '' else '옥천HUB' end,
                       check_at - (i % 600) * interval '1 second'
                from generate_series(?, ? - 1) i
                cross join (select ?::timestamptz as at, ?::timestamptz as p10, ?::timestamptz as p50,
                                   ?::timestamptz as p90, ?::jsonb as basis, ?::timestamptz as check_at) same
                """)) {
            insert.setInt(1, from);
            insert.setInt(2, to);
            insert.setString(3, begin.toString());
            insert.setString(4, atHub.p10());
            insert.setString(5, atHub.p50());
            insert.setString(6, atHub.p90());
            insert.setString(7, atHub.basis());
            insert.setString(8, atHub.checkAt());
            insert.executeUpdate();
        }
    }
}
