package kr.dochak.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.dochak.changes.Change.Field;
import kr.dochak.changes.ChangeRow.Outcome;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the log as they are written, and acts that are not over. */
@Repository
class ChangeRepository {

    private final JdbcClient jdbc;

    ChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row that is still to be written. */
    record Draft(
            Instant at,
            Actor by,
            boolean house,
            String what,
            Outcome outcome,
            String kind,
            String object,
            List<Field> fields,
            String reason) {}

    void add(Draft row) {
        List<Field> fields = row.fields();
        jdbc.sql("""
                insert into changes.entry (at, tenant_id, house, staff_id, name, roles, address, request,
                                           what, outcome, kind, object, fields, before, after, reason)
                values (:at, :mall, :house, :staff::bigint, :name, :roles, :address, :request::uuid,
                        :what, :outcome, :kind, :object, :fields::text[], :before::text[], :after::text[], :reason)
                """)
                .param("at", Sql.at(row.at()))
                .param("mall", row.by().mall().value())
                .param("house", row.house())
                .param("staff", row.by().staffId())
                .param("name", row.by().name())
                .param("roles", row.by().roles())
                .param("address", row.by().address())
                .param("request", row.by().request())
                .param("what", row.what())
                .param("outcome", row.outcome().name())
                .param("kind", row.kind())
                .param("object", row.object())
                .param("fields", Sql.texts(fields, Field::name))
                .param("before", Sql.texts(fields, Field::before))
                .param("after", Sql.texts(fields, Field::after))
                .param("reason", row.reason())
                .update();
    }

    void begin(Act act, Instant at) {
        jdbc.sql("""
                insert into changes.begun (request, at, tenant_id, house, staff_id, name, roles, address, what, kind, object)
                values (:request, :at, :mall, :house, :staff::bigint, :name, :roles, :address, :what, :kind, :object)
                """)
                .param("request", Objects.requireNonNull(act.by().request()))
                .param("at", Sql.at(at))
                .param("mall", act.by().mall().value())
                .param("house", act.isOfHouse())
                .param("staff", act.by().staffId())
                .param("name", act.by().name())
                .param("roles", act.by().roles())
                .param("address", act.by().address())
                .param("what", act.what())
                .param("kind", act.kind())
                .param("object", act.object())
                .update();
    }

    void over(@Nullable UUID request) {
        jdbc.sql("delete from changes.begun where request = :request")
                .param("request", request)
                .update();
    }

    /** Makes a row of what began before then and never ended, unless a module wrote one; answers how many ended. */
    int abandon(Instant before) {
        return jdbc.sql("""
                with gone as (
                    delete from changes.begun where at < :before returning *
                ), rows as (
                    insert into changes.entry (at, tenant_id, house, staff_id, name, roles, address, request,
                                               what, outcome, kind, object, fields, before, after, reason)
                    select at, tenant_id, house, staff_id, name, roles, address, request, what, 'UNSURE', kind, object,
                           '{}', '{}', '{}', ''
                    from gone g
                    where not exists (select from changes.entry e where e.request = g.request)
                )
                select count(*) from gone
                """)
                .param("before", Sql.at(before))
                .query(Integer.class)
                .single();
    }

    static ChangeRow row(ResultSet row) throws SQLException {
        return new ChangeRow(
                row.getLong("id"),
                Sql.moment(row, "at"),
                new Actor(
                        new MallId(row.getLong("tenant_id")),
                        row.getObject("staff_id", Long.class),
                        row.getString("name"),
                        row.getString("roles"),
                        row.getString("address"),
                        row.getObject("request", UUID.class)),
                row.getBoolean("house"),
                row.getString("what"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("kind"),
                row.getString("object"),
                fields(row),
                row.getString("reason"),
                row.getObject("place", Long.class),
                row.getString("hash"));
    }

    private static List<Field> fields(ResultSet row) throws SQLException {
        String[] names = texts(row, "fields");
        String[] before = texts(row, "before");
        String[] after = texts(row, "after");
        List<Field> fields = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            fields.add(new Field(names[i], before[i], after[i]));
        }
        return List.copyOf(fields);
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
