package kr.dochak.benchmarks.kafka;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.server.CpuSeconds;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.benchmarks.server.ServerPlace;
import kr.dochak.benchmarks.server.ServerProcess;

/** A database, a broker, and server processes with roles of their own, all on this machine. */
final class Fleet implements AutoCloseable {

    static final String CARRIER_KEY = "fleet-carrier-0123456789";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "DOCHAK_DEMO", "true",
            "DOCHAK_KEYS", "rainbow=fleet-rainbow-0123456789,hangang=fleet-hangang-0123456789",
            "DOCHAK_CARRIER_KEY", CARRIER_KEY,
            "DOCHAK_ADMIN_KEY", "fleet-admin-0123456789abc",
            "DOCHAK_VAULT_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    private final Options options;
    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final Broker broker;
    private final Database database;

    private Fleet(Options options, Path folder, EmbeddedPostgres postgres, Broker broker) throws SQLException {
        this.options = options;
        this.folder = folder;
        this.postgres = postgres;
        this.broker = broker;
        this.database = new Database(url());
    }

    /** Starts the database, as durable as the product's own, and the broker. */
    static Fleet start(Options options, Path folder) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(folder);
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(folder.resolve("postgres-binaries").toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_connections", "150")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
        Broker broker = Broker.start(folder.resolve("kafka"), options.number("kafka-port", 19_092));
        return new Fleet(options, folder, postgres, broker);
    }

    /** One more process. The first one makes the tables, so wait for it before the next. */
    ServerProcess server(String name, int place, String roles, boolean kafka) throws IOException, InterruptedException {
        ServerPlace usual = ServerPlace.of(options, folder.resolve(name).toString(), 18_480);
        int port = usual.httpPort() + 10 * place;
        ServerPlace own = new ServerPlace(
                usual.java(), usual.jvmOptions(), usual.jar(), folder.resolve(name), port, port + 1, port + 2);
        List<String> settings = new ArrayList<>(List.of(
                "--dochak.database.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--dochak.database.user=postgres",
                "--dochak.database.password=postgres",
                "--dochak.roles=" + roles));
        if (kafka) {
            settings.addAll(List.of(
                    "--dochak.tracking.source=kafka",
                    "--dochak.tracking.kafka.servers=" + broker.servers(),
                    "--dochak.tracking.kafka.partitions=" + Broker.PARTITIONS,
                    "--dochak.tracking.kafka.session-timeout=6s"));
        }
        return ServerProcess.start(own, settings, ENVIRONMENT);
    }

    String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    Broker broker() {
        return broker;
    }

    Database database() {
        return database;
    }

    /** Processor time so far of PostgreSQL, and beside it of these processes together. */
    CpuSeconds cpu(List<Long> pids) {
        Path postmaster = folder.resolve("postgres").resolve("postmaster.pid");
        double processes = pids.stream()
                .mapToDouble(pid -> CpuSeconds.of(pid, postmaster).jvm())
                .sum();
        return new CpuSeconds(processes, CpuSeconds.of(0, postmaster).database());
    }

    /** Shipments of the demo's first mall, written at once: registering them is not what is measured. */
    void register(int shipments, Instant at) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                PreparedStatement insert = connection.prepareStatement("""
                        insert into tracking.shipment
                            (tenant_id, carrier, tracking_number, registered_at, status, status_at, last_scan_at)
                        select (select min(tenant_id) from identity.mall), ?, unnest(?::text[]), ?, 'PENDING', ?, ?
                        """)) {
            String[] numbers =
                    IntStream.range(0, shipments).mapToObj(Rounds::number).toArray(String[]::new);
            insert.setString(1, Rounds.CARRIER);
            insert.setArray(2, connection.createArrayOf("text", numbers));
            for (int i = 3; i <= 5; i++) {
                insert.setTimestamp(i, Timestamp.from(at));
            }
            insert.executeUpdate();
            connection.createStatement().execute("vacuum analyze tracking.shipment");
        }
    }

    /** A promise for each shipment, as the product makes them, that its scans neither break nor keep. */
    void promise() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into promise.promise
                        (tenant_id, order_id, shipment_id, open_lines, person_id, origin, destination, carrier, total_won,
                         confirmed_at, promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at)
                    select s.tenant_id, 1000000000 + s.id, s.id, 1, 1, '인천', '서울', s.carrier, 40000,
                           s.registered_at, now(), now() + interval '9 days', false, now() + interval '20 hours',
                           now() + interval '26 hours', now() + interval '34 hours', '["LANE_DEFAULT", "*", "*"]', now() + interval '26 hours',
                           'ORDERED', s.registered_at
                    from tracking.shipment s
                    """);
            statement.execute("vacuum analyze promise.promise");
        }
    }

    /** How many records the database says are applied. */
    long applied() throws SQLException {
        return applied(database);
    }

    static long applied(Database database) throws SQLException {
        return database.number("select sum(next_offset) from tracking.log_position");
    }

    /** Waits until everything in the log is applied. */
    void awaitApplied() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (applied() < broker.records()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "the log is not applied: %,d of %,d".formatted(applied(), broker.records()));
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() throws Exception {
        database.close();
        broker.close();
        postgres.close();
    }
}
