package kr.dochak.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys the bytes of what was deleted or changed (IDN-3): PostgreSQL leaves them in the files of a table, and in its log,
 * until something else needs the place. A table is written anew; of the log every segment with older bytes is written over.
 */
public class OldBytes {

    private static final Logger log = LoggerFactory.getLogger(OldBytes.class);
    /** 64 GB of log; more lies only where somebody changed how much may. */
    private static final int MOST_SEGMENTS = 4096;

    private final DataSource database;

    /** @param database for the owner of the tables, who alone may write them anew */
    public OldBytes(DataSource database) {
        this.database = database;
    }

    /**
     * Writes these tables anew, each under a lock that nobody waits long for, and then the log over.
     *
     * @param tables with their schemas; words of the product, never of anybody else
     * @return what could not be done and is to be tried again; empty when no old byte is left
     */
    public List<String> destroy(List<String> tables) {
        List<String> left = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '5s'");
            try {
                tables.forEach(table -> tryTo(statement, "vacuum full " + table, table, left));
                writeLogOver(statement, left);
            } finally {
                statement.execute("reset lock_timeout");
            }
        } catch (SQLException e) {
            log.warn("old bytes could not be destroyed", e);
            left.add("database");
        }
        return left;
    }

    private static void tryTo(Statement statement, String command, String what, List<String> left) {
        try {
            statement.execute(command);
        } catch (SQLException e) {
            log.warn("{} is not written anew yet: {}", what, e.getMessage());
            left.add(what);
        }
    }

    /**
     * A checkpoint gives segments of the log free by naming them anew for later, with their bytes. So the log is turned until
     * it has passed the last of them: the rest of a segment that is left is filled with zeros.
     */
    private static void writeLogOver(Statement statement, List<String> left) {
        try {
            statement.execute("select pg_switch_wal()");
            statement.execute("checkpoint");
            String last = text(statement, "select max(name) from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$'");
            for (int i = 0; i < MOST_SEGMENTS && current(statement).compareTo(last) <= 0; i++) {
                statement.execute("select pg_logical_emit_message(false, 'dochak', '')");
                statement.execute("select pg_switch_wal()");
            }
            statement.execute("checkpoint");
        } catch (SQLException e) {
            log.warn("the log of the database is not written over yet: {}", e.getMessage());
            left.add("log");
        }
    }

    private static String current(Statement statement) throws SQLException {
        return text(statement, "select pg_walfile_name(pg_current_wal_lsn())");
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
