package kr.dochak.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The embedded PostgreSQL of a data folder as the server starts it, for tests of other modules. */
public final class OwnPostgres implements AutoCloseable {

    private final DatabaseSettings settings;
    private final PostgresServer server;

    public OwnPostgres(Path data) throws IOException {
        this.settings = EmbeddedDatabaseTests.settings(data);
        this.server = new EmbeddedDatabase().postgresServer(settings);
    }

    public Connection connect() throws IOException, SQLException {
        String superuser = DatabaseKeys.find(settings.keys()).superuser();
        return DriverManager.getConnection(server.url(), DatabaseKeys.SUPERUSER, superuser);
    }

    /** Its own two accounts, as of an outside database. */
    public OutsideDatabase accounts() throws IOException {
        DatabaseKeys keys = DatabaseKeys.find(settings.keys());
        return new OutsideDatabase(
                server.url(), DatabaseKeys.APPLICATION, keys.application(), DatabaseKeys.OWNER, keys.owner());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
