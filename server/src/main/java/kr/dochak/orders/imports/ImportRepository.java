package kr.dochak.orders.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.vault.Masks;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down imports and their errors. */
@Repository
class ImportRepository {

    private final JdbcClient jdbc;

    ImportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ImportRun begin(MallId tenantId, String fileName, String mapping, List<String> unused, Instant now) {
        long id = jdbc.sql("""
                insert into orders.import_run
                    (tenant_id, file_name, mapping, at, state, rows, created, revised, unchanged, rejected, unused)
                values (:tenant, :file, :mapping, :now, 'RUNNING', 0, 0, 0, 0, 0, :unused)
                returning id
                """)
                .param("tenant", tenantId.value())
                .param("file", Masks.phonesIn(fileName))
                .param("mapping", mapping)
                .param("now", Sql.at(now))
                .param("unused", unused.toArray(String[]::new))
                .query(Long.class)
                .single();
        return find(tenantId, id).orElseThrow();
    }

    void progress(long importId, ImportCounts counts) {
        jdbc.sql("""
                update orders.import_run
                set rows = :rows, created = :created, revised = :revised, unchanged = :unchanged, rejected = :rejected,
                    cancelled = :cancelled, waiting = :waiting, finished = :over, unreachable = :unreachable
                where id = :id
                """)
                .param("id", importId)
                .param("rows", counts.rows())
                .param("created", counts.created())
                .param("revised", counts.revised())
                .param("unchanged", counts.unchanged())
                .param("rejected", counts.rejected())
                .param("cancelled", counts.cancelled())
                .param("waiting", counts.waiting())
                .param("over", counts.over())
                .param("unreachable", counts.unreachable())
                .update();
    }

    void end(long importId, ImportEnd end) {
        progress(importId, end.counts());
        jdbc.sql("update orders.import_run set state = :state, problem = :problem where id = :id")
                .param("id", importId)
                .param("state", end.state().name())
                .param("problem", end.problem())
                .update();
    }

    void stop(long importId, String why) {
        jdbc.sql("update orders.import_run set state = 'STOPPED', problem = :why where id = :id")
                .param("id", importId)
                .param("why", why)
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

    boolean markSeen(MallId tenantId, long importId, Instant now) {
        return jdbc.sql("""
                update orders.import_run set seen_at = coalesce(seen_at, :now)
                where id = :id and tenant_id = :tenant and state <> 'RUNNING'
                """)
                        .param("id", importId)
                        .param("tenant", tenantId.value())
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    Optional<ImportRun> find(MallId tenantId, long importId) {
        return jdbc.sql("select * from orders.import_run where id = :id and tenant_id = :tenant")
                .param("id", importId)
                .param("tenant", tenantId.value())
                .query((row, n) -> run(row))
                .optional();
    }

    Keyset<ImportRun> list(
            MallId tenantId, @Nullable ImportShow show, @Nullable String text, long beforeId, int limit) {
        List<ImportRun> rows = jdbc.sql("""
                select * from orders.import_run
                where tenant_id = :tenant and id < :before
                  and (:show::text is null or orders.import_show(state, rejected, seen_at) = :show)
                  and (:text::text is null or strpos(lower(file_name), lower(:text)) > 0
                       or exists (select 1 from orders.import_error e where e.run_id = import_run.id and e.order_no = :text))
                order by id desc limit :limit
                """)
                .param("tenant", tenantId.value())
                .param("before", beforeId)
                .param("show", show == null ? null : show.name())
                .param("text", text)
                .param("limit", limit + 1)
                .query((row, n) -> run(row))
                .list();
        return Keyset.of(rows, limit, last -> Cursor.after(last.importId()));
    }

    Map<ImportShow, Integer> counts(MallId tenantId) {
        Map<ImportShow, Integer> counts = new EnumMap<>(ImportShow.class);
        jdbc.sql("""
                select orders.import_show(state, rejected, seen_at) as show, count(*) from orders.import_run
                where tenant_id = :tenant group by 1
                """)
                .param("tenant", tenantId.value())
                .query((row, n) -> counts.put(ImportShow.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return counts;
    }

    private static ImportRun run(ResultSet row) throws SQLException {
        return new ImportRun(
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
                row.getInt("cancelled"),
                row.getInt("waiting"),
                row.getInt("finished"),
                row.getInt("unreachable"),
                List.of((String[]) row.getArray("unused").getArray()),
                row.getString("problem"),
                Sql.instant(row, "seen_at"));
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
