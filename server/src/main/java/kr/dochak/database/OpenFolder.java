package kr.dochak.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The embedded PostgreSQL of a data folder whose server stands still, started for whoever reads it; it ends when this is closed. */
public final class OpenFolder implements AutoCloseable {

    private final DatabaseSettings settings;
    private final PostgresServer server;

    OpenFolder(Path data) throws IOException {
        this.settings =
                new DatabaseSettings(data, new DatabaseSettings.Database("", "dochak", "", "", "", 0, "128MB", "1GB"));
        this.server = new EmbeddedDatabase().postgresServer(settings);
    }

    /** As its superuser, who alone may read everything. */
    public Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(
                server.url(),
                DatabaseKeys.SUPERUSER,
                DatabaseKeys.find(settings.keys()).superuser());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
