package kr.dochak.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded PostgreSQL, or none when an outside one is used; closed after everything that speaks to it. One that
 * ends without being asked to (killed, out of memory) is started again on the same files and port: what was
 * acknowledged is in them.
 */
final class PostgresServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Starts it on a port; 0 takes any free one. */
    @FunctionalInterface
    interface Start {
        EmbeddedPostgres on(int port) throws IOException;
    }

    private final @Nullable Start start;
    private @Nullable EmbeddedPostgres embedded;
    private @Nullable Thread watch;

    private PostgresServer(@Nullable Start start, @Nullable EmbeddedPostgres embedded) {
        this.start = start;
        this.embedded = embedded;
    }

    static PostgresServer outside() {
        return new PostgresServer(null, null);
    }

    /** Starts it and watches over it. */
    static PostgresServer embedded(Path data, int port, Start start) throws IOException {
        PostgresServer server = new PostgresServer(start, start.on(port));
        server.watch = Thread.ofPlatform().name("postgres-watch").daemon().start(() -> server.watch(data));
        return server;
    }

    synchronized String url() {
        if (embedded == null) {
            throw new IllegalStateException("no embedded PostgreSQL is running");
        }
        return "jdbc:postgresql://localhost:" + embedded.getPort()
                + "/postgres?reWriteBatchedInserts=true&prepareThreshold=1";
    }

    private void watch(Path data) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(BETWEEN_LOOKS);
                if (!isAlive(data)) {
                    startAgain();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first line of its file names its process. */
    static boolean isAlive(Path data) {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip();
            return ProcessHandle.of(Long.parseLong(pid))
                    .filter(ProcessHandle::isAlive)
                    .isPresent();
        } catch (IOException | RuntimeException gone) {
            return false;
        }
    }

    /**
     * Its files are given free first. What fails is tried again at the next look: its last processes may still be ending.
     */
    private synchronized void startAgain() {
        EmbeddedPostgres ended = embedded;
        if (ended == null || start == null || Thread.currentThread().isInterrupted()) {
            return;
        }
        log.error("PostgreSQL has ended; it is started again");
        try {
            ended.close();
            embedded = start.on(ended.getPort());
            log.warn("PostgreSQL runs again");
        } catch (IOException | RuntimeException e) {
            log.error("PostgreSQL could not be started again yet", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (watch != null) {
            watch.interrupt();
        }
        synchronized (this) {
            if (embedded != null) {
                embedded.close();
                embedded = null;
            }
        }
    }
}
