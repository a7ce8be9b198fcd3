package kr.dochak.care.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.tasks.Task.Ending;
import kr.dochak.care.tasks.Task.Outcome;
import kr.dochak.database.Sql;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads a task from its row. */
final class TaskRows implements RowMapper<Task> {

    private final JsonMapper json;

    TaskRows(JsonMapper json) {
        this.json = json;
    }

    private @Nullable Wish request(@Nullable String text) {
        return text == null ? null : json.readValue(text, Wish.class);
    }

    @Override
    public Task mapRow(ResultSet row, int number) throws SQLException {
        Long owner = row.getObject("owner_id", Long.class);
        Instant endedAt = Sql.instant(row, "ended_at");
        return new Task(
                row.getLong("id"),
                TaskKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                new MallId(row.getLong("tenant_id")),
                new PersonId(row.getLong("person_id")),
                new OrderId(row.getLong("order_id")),
                ShipmentId.ofNullable(row.getObject("shipment_id", Long.class)),
                caseId(row.getObject("case_id", Long.class)),
                request(row.getString("wished")),
                request(row.getString("before")),
                owner == null ? null : new CaseOwner(owner, row.getString("owner_name")),
                Sql.moment(row, "opened_at"),
                Sql.moment(row, "due_at"),
                Sql.instant(row, "overdue_at"),
                row.getInt("tries"),
                endedAt == null
                        ? null
                        : new Ending(
                                Outcome.valueOf(row.getString("outcome")),
                                endedAt,
                                row.getString("ended_by"),
                                row.getString("note")));
    }

    private static @Nullable CaseId caseId(@Nullable Long id) {
        return id == null ? null : new CaseId(id);
    }
}
