package kr.dochak.benchmarks.pipeline;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.dochak.tracking.Scan;
import org.postgresql.PGConnection;

/**
 * The least that storing scans can cost on this machine: the same rows by COPY into a partitioned table with the unique
 * index that would find duplicates, a commit for each batch, and nothing else.
 */
public final class Floor {

    private static final int BATCH = 2_000;

    private final String url;

    public Floor(String url) {
        this.url = url;
    }

    /** Makes the table anew. */
    public void prepare() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists floor cascade");
            statement.execute("create schema floor");
            statement.execute("""
                    create table floor.scan (
                        shipment_id text not null, occurred_at timestamptz not null, received_at timestamptz not null,
                        status text not null, reason text, place text not null, text text not null, hash bigint not null
                    ) partition by range (received_at)
                    """);
            statement.execute("""
                    create table floor.scan_all partition of floor.scan for values from (minvalue) to (maxvalue)
                    """);
            statement.execute("create unique index on floor.scan_all (shipment_id, occurred_at, hash)");
        }
    }

    /** Copies all rows with so many threads; throws what any of them threw. */
    public void copy(List<Scan> scans, int threads) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            int part = (scans.size() + threads - 1) / threads;
            List<Future<Void>> done = new java.util.ArrayList<>();
            for (int from = 0; from < scans.size(); from += part) {
                List<Scan> mine = scans.subList(from, Math.min(scans.size(), from + part));
                done.add(pool.submit(() -> copy(mine)));
            }
            for (Future<Void> each : done) {
                each.get();
            }
        }
    }

    private Void copy(List<Scan> scans) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            for (int from = 0; from < scans.size(); from += BATCH) {
                StringBuilder rows = new StringBuilder(BATCH * 120);
                scans.subList(from, Math.min(scans.size(), from + BATCH)).forEach(scan -> row(rows, scan));
                byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy floor.scan from stdin", new java.io.ByteArrayInputStream(bytes));
                connection.commit();
            }
        }
        return null;
    }

    private static void row(StringBuilder rows, Scan scan) {
        rows.append(scan.trackingNumber()).append('\t');
        rows.append(scan.occurredAt()).append('\t').append(scan.occurredAt()).append('\t');
        rows.append(scan.status())
                .append("\t\\N\t")
                .append(scan.place())
                .append('\t')
                .append(scan.text())
                .append('\t');
        rows.append(scan.hash()).append('\n');
    }
}
