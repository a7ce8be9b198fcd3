package kr.dochak.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the application's role read and write rows, and of what is history only add them: {@code db/rights.txt}. Compared
 * with what it may at each start, so a row of that file that changes is in force after the next one.
 */
@Component
class Rights {

    private static final ClassPathResource LIST = new ClassPathResource("/db/rights.txt", Rights.class);

    /** Partitions are reached through their table, the history of migrations not at all. */
    private static final String DIFFERENCES = """
            with listed as (
                select * from unnest(:tables::text[], :allowed::text[]) as l (name, rights)
            ), tables as (
                select c.oid, c.oid::regclass::text as name,
                       coalesce(l.rights, 'SELECT INSERT UPDATE DELETE') as rights,
                       c.relispartition or c.relname like 'flyway%' as hidden
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                left join listed l on l.name = n.nspname || '.' || c.relname
                where c.relkind in ('r', 'p') and pg_get_userbyid(c.relowner) = current_user
            ), wanted as (
                select name, oid, privilege, not hidden and privilege = any (string_to_array(rights, ' ')) as may
                from tables cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) as p (privilege)
            ), wanted_of_columns as (
                select t.oid, t.name, a.attname as column_name,
                       a.attname = any (string_to_array(lower(substring(t.rights from 'UPDATE\\((.*)\\)')), ',')) as may
                from tables t
                join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                where t.rights like '%UPDATE(%'
            )
            select format(case when may then 'grant %s on %s to %I' else 'revoke %s on %s from %I' end,
                          string_agg(privilege, ', '), name, :role)
            from wanted
            where may <> has_table_privilege(:role, oid, privilege)
            group by name, may
            union all
            select format(case when may then 'grant update (%I) on %s to %I' else 'revoke update (%I) on %s from %I' end,
                          column_name, name, :role)
            from wanted_of_columns
            where may <> has_column_privilege(:role, oid, column_name, 'UPDATE')
            union all
            select format('grant usage on schema %I to %I', nspname, :role)
            from pg_namespace
            where pg_get_userbyid(nspowner) = current_user and not has_schema_privilege(:role, oid, 'USAGE')
            union all
            select format('grant usage on sequence %s to %I', oid::regclass, :role)
            from pg_class
            where pg_get_userbyid(relowner) = current_user
              and case when relkind = 'S' then not has_sequence_privilege(:role, oid, 'USAGE') else false end
            """;

    /** Processes that start at once do so one after the other. */
    void give(DataSource owner, String role) {
        JdbcClient jdbc = JdbcClient.create(owner);
        new TransactionTemplate(new JdbcTransactionManager(owner)).executeWithoutResult(status -> {
            AdvisoryLock.RIGHTS.take(jdbc);
            for (String statement : differences(jdbc, role)) {
                jdbc.sql(statement).update();
            }
        });
    }

    private static List<String> differences(JdbcClient jdbc, String role) {
        List<String> tables = new ArrayList<>();
        List<String> allowed = new ArrayList<>();
        for (String line : lines()) {
            int colon = line.indexOf(':');
            tables.add(line.substring(0, colon).strip());
            allowed.add(line.substring(colon + 1).strip().toUpperCase(Locale.ROOT));
        }
        return jdbc.sql(DIFFERENCES)
                .param("tables", tables.toArray(String[]::new))
                .param("allowed", allowed.toArray(String[]::new))
                .param("role", role)
                .query(String.class)
                .list();
    }

    /** Each a table and what may be done with it, {@code promise.ledger: select insert}. */
    static List<String> lines() {
        try {
            return LIST.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no list of rights", e);
        }
    }
}
