package kr.dochak.live;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import kr.dochak.time.Roles;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries touched topics between processes by PostgreSQL's own {@code notify}, a few times a second and each topic
 * once, so that a scan applied in one process refreshes a page of another. What is missed while the connection is away
 * is lost: a page that is loaded again shows it.
 */
@Component
class LiveRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveRelay.class);
    private static final int TOGETHER_MILLIS = 200;
    private static final long AGAIN_AFTER_MILLIS = 2_000;

    private final LiveTopics topics;
    private final DataSource database;
    private final boolean needed;
    private final Set<String> touched = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    LiveRelay(LiveTopics topics, DataSource database, Roles roles) {
        this.topics = topics;
        this.database = database;
        this.needed = !roles.areAll();
    }

    @Override
    public void start() {
        if (needed) {
            topics.relayTo(touched::addAll);
            thread = Thread.ofPlatform().name("live-relay").daemon().start(this::run);
        }
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try (Connection connection = database.getConnection()) {
                relay(connection);
            } catch (SQLException e) {
                log.warn("pages hear of changes in this process only, until the database answers again", e);
                pause();
            }
        }
    }

    private void relay(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (Statement listen = connection.createStatement();
                PreparedStatement tell =
                        connection.prepareStatement("select pg_notify('dochak_live', t) from unnest(?::text[]) t")) {
            listen.execute("listen dochak_live");
            try {
                while (stopped.getCount() > 0) {
                    pass(postgres, postgres.getNotifications(TOGETHER_MILLIS));
                    tell(connection, tell, Set.copyOf(touched));
                }
            } finally {
                listen.execute("unlisten *"); // the connection goes back to the pool
            }
        }
    }

    private void pass(PGConnection own, PGNotification @Nullable [] notifications) {
        if (notifications != null) {
            for (PGNotification each : notifications) {
                if (each.getPID() != own.getBackendPID()) {
                    topics.announce(each.getParameter());
                }
            }
        }
    }

    private void tell(Connection connection, PreparedStatement tell, Collection<String> all) throws SQLException {
        if (!all.isEmpty()) {
            touched.removeAll(all);
            tell.setArray(1, connection.createArrayOf("text", all.toArray()));
            tell.execute();
        }
    }

    private void pause() {
        try {
            stopped.await(AGAIN_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
