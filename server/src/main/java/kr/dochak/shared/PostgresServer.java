package kr.dochak.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL, or none when an outside one is used. Closed after everything that speaks to it. */
final class PostgresServer implements AutoCloseable {

    private final @Nullable EmbeddedPostgres embedded;

    PostgresServer(@Nullable EmbeddedPostgres embedded) {
        this.embedded = embedded;
    }

    String url() {
        if (embedded == null) {
            throw new IllegalStateException("no embedded PostgreSQL is running");
        }
        return embedded.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true&prepareThreshold=1";
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
