package kr.dochak.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * The embedded PostgreSQL of a data folder, for who copies it while it runs or stands still.
 *
 * @param data the data folder of the product
 */
public record EmbeddedFolder(Path data) {

    /** Of the file that a running server writes: its process, its folder, when it began, its port. */
    private static final int LINE_OF_PORT = 3;

    /** Where PostgreSQL keeps its files. */
    public Path files() {
        return data.resolve("postgres");
    }

    public boolean isThere() {
        return Files.exists(files().resolve("PG_VERSION"));
    }

    public boolean isRunning() {
        return PostgresServer.isAlive(files());
    }

    /** Starts PostgreSQL on its files, whose server must stand still. */
    public OpenFolder open() throws IOException {
        return new OpenFolder(data);
    }

    /** Connects as the superuser, who alone may have the files copied while they change. */
    public Connection connect() throws IOException, SQLException {
        List<String> lines = Files.readAllLines(files().resolve("postmaster.pid"));
        DatabaseKeys keys = DatabaseKeys.find(data.resolve("database.keys"));
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + lines.get(LINE_OF_PORT).strip() + "/postgres",
                DatabaseKeys.SUPERUSER,
                keys.superuser());
    }
}
