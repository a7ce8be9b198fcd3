package kr.dochak.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import kr.dochak.database.EmbeddedFolder;

/**
 * A PostgreSQL that works while its files are copied, by its own rules for that: what changes meanwhile is in its log, of which
 * nothing goes until the copy is done.
 */
final class Running implements AutoCloseable {

    private final Connection connection;

    private Running(Connection connection) {
        this.connection = connection;
    }

    /** From now on its files may be copied. */
    static Running begin(EmbeddedFolder folder) throws IOException, SQLException {
        Connection connection = folder.connect();
        try (Statement sql = connection.createStatement()) {
            // ends with the connection, so a copy that was killed holds nothing back
            sql.execute("select pg_create_physical_replication_slot('dochak_backup', true, true)");
            sql.execute("select pg_backup_start('dochak', true)");
            return new Running(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The rows of each table but of the histories of migrations, which the application may not read; all as of one moment. */
    Map<String, Long> rows() throws SQLException {
        return rows(connection);
    }

    static Map<String, Long> rows(Connection connection) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Statement sql = connection.createStatement()) {
            sql.execute("begin transaction isolation level repeatable read read only");
            try (ResultSet tables = sql.executeQuery("""
                    select format('%I.%I', n.nspname, c.relname)
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p') and not c.relispartition
                      and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                      and c.relname not like 'flyway_schema_history%'
                      and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
                    """)) {
                while (tables.next()) {
                    rows.put(tables.getString(1), 0L);
                }
            }
            for (Map.Entry<String, Long> each : rows.entrySet()) {
                try (ResultSet count = sql.executeQuery("select count(*) from " + each.getKey())) {
                    count.next();
                    each.setValue(count.getLong(1));
                }
            }
            sql.execute("commit");
        }
        return rows;
    }

    /** The copy's own label, which belongs into it; after that come the files of the log. */
    String end() throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet label = sql.executeQuery("select labelfile from pg_backup_stop(true)")) {
            label.next();
            return label.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
