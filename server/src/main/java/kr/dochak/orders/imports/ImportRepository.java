package kr.dochak.orders.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down imports and their errors. */
@Repository
class ImportRepository {

    private final JdbcClient jdbc;

    ImportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ImportRun begin(MallId tenantId, String fileName, String mapping, Instant now) {
        long id = jdbc.sql("""
                insert into orders.import_run
                    (tenant_id, file_name, mapping, at, state, rows, created, revised, unchanged, rejected)
                values (:tenant, :file, :mapping, :now, 'RUNNING', 0, 0, 0, 0, 0)
                returning id
                """)
                .param("tenant", tenantId.value())
                .param("file", fileName)
                .param("mapping", mapping)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
        return find(tenantId, id).orElseThrow();
    }

    void save(ImportRun run) {
        jdbc.sql("""
                update orders.import_run
                set state = :state, rows = :rows, created = :created, revised = :revised, unchanged = :unchanged,
                    rejected = :rejected, problem = :problem
                where id = :id
                """)
                .param("id", run.importId())
                .param("state", run.state().name())
                .param("rows", run.rows())
                .param("created", run.created())
                .param("revised", run.revised())
                .param("unchanged", run.unchanged())
                .param("rejected", run.rejected())
                .param("problem", run.problem())
                .update();
    }

    void addErrors(long importId, List<ImportError> errors) {
        jdbc.sql("""
                insert into orders.import_error (run_id, line, order_no, field, code, detail)
                select :run, u.line, u.order_no, u.field, u.code, u.detail
                from unnest(:lines::int[], :orderNos::text[], :fields::text[], :codes::text[], :details::text[])
                     with ordinality as u (line, order_no, field, code, detail, place)
                order by u.place
                """)
                .param("run", importId)
                .param("lines", Sql.ints(errors, e -> (int) e.line()))
                .param("orderNos", Sql.texts(errors, ImportError::orderNo))
                .param("fields", Sql.texts(errors, ImportError::field))
                .param("codes", Sql.texts(errors, ImportError::code))
                .param("details", Sql.texts(errors, ImportError::detail))
                .update();
    }

    /** Runs that a stopped server left behind. */
    void stopAbandoned(String why) {
        jdbc.sql("update orders.import_run set state = 'STOPPED', problem = :why where state = 'RUNNING'")
                .param("why", why)
                .update();
    }

    Optional<ImportRun> find(MallId tenantId, long importId) {
        return jdbc.sql("select * from orders.import_run where id = :id and tenant_id = :tenant")
                .param("id", importId)
                .param("tenant", tenantId.value())
                .query((row, n) -> new ImportRun(
                        row.getLong("id"),
                        new MallId(row.getLong("tenant_id")),
                        row.getString("file_name"),
                        row.getString("mapping"),
                        Sql.moment(row, "at"),
                        ImportRun.State.valueOf(row.getString("state")),
                        row.getInt("rows"),
                        row.getInt("created"),
                        row.getInt("revised"),
                        row.getInt("unchanged"),
                        row.getInt("rejected"),
                        row.getString("problem")))
                .optional();
    }

    Keyset<ImportError> errors(long importId, long afterId, int limit) {
        List<ImportError> rows = jdbc.sql("""
                select id, line, order_no, field, code, detail from orders.import_error
                where run_id = :run and id > :after
                order by id limit :limit
                """)
                .param("run", importId)
                .param("after", afterId)
                .param("limit", limit + 1)
                .query((row, n) -> new ImportError(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
        return Keyset.of(rows, limit, last -> Cursor.after(last.errorId()));
    }
}
