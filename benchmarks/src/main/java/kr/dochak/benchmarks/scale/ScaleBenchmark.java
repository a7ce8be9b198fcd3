package kr.dochak.benchmarks.scale;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongFunction;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.pipeline.ActiveShipments;
import kr.dochak.benchmarks.server.CpuSeconds;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.benchmarks.server.Growth;
import kr.dochak.benchmarks.server.ServerPlace;
import kr.dochak.benchmarks.server.ServerProcess;

/**
 * A server with millions of promised parcels under way, over HTTP and in real time: scans by the hundred and one by one as
 * fast as they are answered, a steady rate for long with pages asked for beside it, and deadlines that pass meanwhile. An
 * answer comes after the commit, so an answer's time is a scan's time until it is durable.
 *
 * <p>{@code --shipments N}, {@code --minutes N} of the steady rate, {@code --rate N} scans a second, {@code --seconds N} of
 * the others, {@code --memory SIZE} and {@code --wal SIZE} of PostgreSQL; places as everywhere. {@code --filled} finds the
 * parcels of a run before in {@code --data}.
 */
public final class ScaleBenchmark {

    private static final String KEY = "bench-carrier-0123456789";
    private static final String MALL = "bench-rainbow-0123456789";
    private static final int BY_THE_HUNDRED = 100;
    private static final int DEADLINES = 5_000;

    private final Options options;
    private final ServerPlace place;
    private final int shipments;
    private final int seconds;
    private final ScanTexts texts;

    private ScaleBenchmark(Options options) {
        this.options = options;
        this.place =
                ServerPlace.of(options, "data-scale-" + ProcessHandle.current().pid(), 18_480);
        this.shipments = options.number("shipments", 1_000_000);
        this.seconds = options.number("seconds", 30);
        this.texts = new ScanTexts(shipments);
    }

    public static void main(String... arguments) throws Exception {
        new ScaleBenchmark(Options.of(arguments).otherwise("jvm", "-Xmx2g")).run();
    }

    private void run() throws Exception {
        if (!options.has("filled")) {
            fill();
        }
        try (ServerProcess server = start();
                Database database = new Database(place.databaseUrl())) {
            Senders many = new Senders(place.httpPort(), KEY, options.number("connections", 32));
            Senders single = new Senders(place.httpPort(), KEY, options.number("single-connections", 128));
            LongFunction<String> hundred = n -> texts.body(BY_THE_HUNDRED);
            LongFunction<String> one = n -> texts.body(1);
            many.send(options.number("warm-up", 40), 0, hundred);
            single.send(options.number("warm-up", 40) / 2.0, 0, one);
            measure("100 scans a request", server, database, 100, () -> many.send(seconds, 0, hundred));
            measure("1 scan a request", server, database, 1, () -> single.send(seconds, 0, one));
            steady(server, database, many, hundred);
            deadlines(server, database, many, hundred);
            System.out.println(Growth.of(database));
        }
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(
                place,
                List.of("--dochak.promise.models=false"),
                Map.of(
                        "DOCHAK_DEMO",
                        "true",
                        "DOCHAK_KEYS",
                        "rainbow=" + MALL,
                        "DOCHAK_CARRIER_KEY",
                        KEY,
                        "DOCHAK_DATABASE_MEMORY",
                        options.text("memory", "2GB"),
                        "DOCHAK_DATABASE_WAL",
                        options.text("wal", "16GB")));
    }

    private void fill() throws Exception {
        Files.createDirectories(place.data());
        System.out.printf("writing %,d promised shipments%n", shipments);
        try (ServerProcess server = start()) {
            Instant begin = Instant.now().minus(Duration.ofHours(12));
            ActiveShipments.first(place.databaseUrl(), begin);
            ScanTexts few = new ScanTexts(ActiveShipments.FIRST);
            new Senders(place.httpPort(), KEY, 1).send(1, 1, n -> few.body(6));
            ActiveShipments.others(
                    place.databaseUrl(), shipments, 0, ActiveShipments.Window.of(place.databaseUrl(), 1), begin);
        }
    }

    private interface Sending {
        Senders.Sent send() throws Exception;
    }

    private static Senders.Sent measure(
            String name, ServerProcess server, Database database, int perRequest, Sending sending) throws Exception {
        CpuSeconds cpu = server.cpu();
        long wal = wal(database);
        Senders.Sent sent = sending.send();
        CpuSeconds used = server.cpu().since(cpu);
        double scans = (double) sent.requests() * perRequest;
        System.out.printf(
                "%-22s %,8.0f scans/s; due → answered %s; %.1f CPU µs a scan (JVM %.1f, PostgreSQL %.1f), %.2f cores; %,.0f WAL"
                        + " bytes a scan; %,d taken, %,d known, %,d parked%n",
                name,
                scans / sent.seconds(),
                sent.millis(),
                used.total() * 1e6 / scans,
                used.jvm() * 1e6 / scans,
                used.database() * 1e6 / scans,
                used.total() / sent.seconds(),
                (wal(database) - wal) / scans,
                sent.accepted(),
                sent.duplicates(),
                sent.parked());
        return sent;
    }

    private static long wal(Database database) throws SQLException {
        return database.number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    private void steady(ServerProcess server, Database database, Senders senders, LongFunction<String> body)
            throws Exception {
        double perSecond = options.number("rate", 10_000) / (double) BY_THE_HUNDRED;
        double length = options.number("minutes", 5) * 60.0;
        CompletableFuture<Millis> pages = CompletableFuture.supplyAsync(() -> pages(length));
        measure("steady rate", server, database, BY_THE_HUNDRED, () -> senders.send(length, perSecond, body));
        System.out.println("a tracking page's data beside it: " + pages.join());
    }

    /** Ten times a second somebody asks for a parcel and its scans. */
    private Millis pages(double length) {
        List<Double> millis = new ArrayList<>();
        long end = System.nanoTime() + (long) (length * 1e9);
        try (Connection connection = new Connection(place.httpPort(), MALL)) {
            while (System.nanoTime() < end) {
                int parcel = ThreadLocalRandom.current().nextInt(shipments);
                long begun = System.nanoTime();
                Connection.Answer answer =
                        connection.get("/api/v1/shipments/kr.cjlogistics/" + ActiveShipments.number(parcel));
                millis.add((System.nanoTime() - begun) / 1e6);
                if (answer.status() != 200) {
                    throw new IllegalStateException(answer.status() + " " + answer.body());
                }
                Thread.sleep(100);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Millis.of(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Promises that end at known moments while half the rate comes in: how long until the delay is recorded. */
    private void deadlines(ServerProcess server, Database database, Senders senders, LongFunction<String> body)
            throws Exception {
        Instant from = Instant.now().plusSeconds(15);
        endPromises(from);
        double perSecond = options.number("rate", 10_000) / 2.0 / BY_THE_HUNDRED;
        measure("beside deadlines", server, database, BY_THE_HUNDRED, () -> senders.send(80, perSecond, body));
        double[] late = database.rows("""
                select extract(epoch from found_at - promised_to) * 1000 as ms from promise.promise
                where id <= ? * 8 and id % 8 = 0 and found_at >= ?
                """, DEADLINES, java.sql.Timestamp.from(from)).stream()
                .mapToDouble(row -> ((Number) java.util.Objects.requireNonNull(row.get("ms"))).doubleValue())
                .toArray();
        System.out.printf(
                "deadline passed → delay recorded: %s (%,d of %,d)%n", Millis.of(late), late.length, DEADLINES);
    }

    private void endPromises(Instant from) throws SQLException {
        try (var connection = DriverManager.getConnection(place.databaseUrl());
                var update = connection.prepareStatement("""
                        update promise.promise
                        set promised_from = at - interval '1 day', promised_to = at, next_check_at = at, version = version + 1
                        from (select id as due, ?::timestamptz + (id / 8) * interval '1 minute' / ? as at
                              from promise.promise where id <= ? * 8 and id % 8 = 0) moments
                        where id = due
                        """)) {
            update.setString(1, from.toString());
            update.setInt(2, DEADLINES);
            update.setInt(3, DEADLINES);
            update.executeUpdate();
        }
    }
}
