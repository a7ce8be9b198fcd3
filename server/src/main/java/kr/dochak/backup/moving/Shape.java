package kr.dochak.backup.moving;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tables of a database and what hangs on them, but for the histories of migrations, which are each database's own.
 *
 * @param columns of each table by name; what is computed from others is not among them
 * @param parts statements that make the parts of tables, by part
 * @param links foreign keys, each as the statements that drop it and make it
 * @param sequences how far each is; null where it never gave a number
 */
record Shape(
        Map<String, List<String>> columns, Map<String, String> parts, List<Link> links, Map<String, Long> sequences) {

    /** A foreign key. */
    record Link(String drop, String make) {}

    private static final String OURS = """
            n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'dochak_moving')
            and c.relname not like 'flyway_schema_history%'
            """;

    static Shape of(Connection database) throws SQLException {
        try (Statement sql = database.createStatement()) {
            return new Shape(columns(sql), parts(sql), links(sql), sequences(sql));
        }
    }

    /** Whether rows of one fit into the other. */
    boolean fits(Shape other) {
        return columns.equals(other.columns) && sequences.keySet().equals(other.sequences.keySet());
    }

    private static Map<String, List<String>> columns(Statement sql) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (ResultSet rows = sql.executeQuery("""
                select format('%I.%I', n.nspname, c.relname), format('%I', a.attname)
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                left join pg_attribute a
                    on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where c.relkind in ('r', 'p') and not c.relispartition and
                """ + OURS + " order by 1, 2")) {
            while (rows.next()) {
                List<String> of = columns.computeIfAbsent(rows.getString(1), unused -> new ArrayList<>());
                if (rows.getString(2) != null) {
                    of.add(rows.getString(2));
                }
            }
        }
        return columns;
    }

    private static Map<String, String> parts(Statement sql) throws SQLException {
        Map<String, String> parts = new TreeMap<>();
        try (ResultSet rows = sql.executeQuery("""
                select format('%I.%I', n.nspname, c.relname),
                       format('create table if not exists %I.%I partition of %s %s', n.nspname, c.relname,
                              i.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid))
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_inherits i on i.inhrelid = c.oid
                where c.relkind = 'r' and c.relispartition and
                """ + OURS + " order by 1")) {
            while (rows.next()) {
                parts.put(rows.getString(1), rows.getString(2));
            }
        }
        return parts;
    }

    private static List<Link> links(Statement sql) throws SQLException {
        List<Link> links = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("""
                select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname),
                       format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname,
                              pg_get_constraintdef(k.oid))
                from pg_constraint k
                join pg_class c on c.oid = k.conrelid
                join pg_namespace n on n.oid = c.relnamespace
                where k.contype = 'f' and k.conparentid = 0 and
                """ + OURS + " order by 1")) {
            while (rows.next()) {
                links.add(new Link(rows.getString(1), rows.getString(2)));
            }
        }
        return links;
    }

    private static Map<String, Long> sequences(Statement sql) throws SQLException {
        Map<String, Long> sequences = new TreeMap<>();
        try (ResultSet rows = sql.executeQuery("""
                select format('%I.%I', s.schemaname, s.sequencename), s.last_value
                from pg_sequences s
                where s.schemaname !~ '^pg_' and s.schemaname <> 'information_schema'
                """)) {
            while (rows.next()) {
                sequences.put(rows.getString(1), rows.getObject(2, Long.class));
            }
        }
        return sequences;
    }
}
