package kr.dochak.care.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.database.Sql;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;

/** How rows of schema care become records. */
public final class CaseRows {

    private CaseRows() {}

    public static SupportCase supportCase(ResultSet row, int number) throws SQLException {
        return new SupportCase(
                new CaseId(row.getLong("id")),
                new MallId(row.getLong("tenant_id")),
                row.getString("case_no"),
                new PersonId(row.getLong("person_id")),
                OrderId.ofNullable(row.getObject("order_id", Long.class)),
                ShipmentId.ofNullable(row.getObject("shipment_id", Long.class)),
                PromiseId.ofNullable(row.getObject("promise_id", Long.class)),
                CaseType.valueOf(row.getString("type")),
                Urgency.valueOf(row.getString("urgency")),
                CaseStatus.valueOf(row.getString("status")),
                CaseChannel.valueOf(row.getString("channel")),
                row.getString("subject"),
                owner(row),
                at(row, "opened_at"),
                at(row, "clock_from"),
                at(row, "first_reply_due_at"),
                maybeAt(row, "first_replied_at"),
                maybeAt(row, "next_reply_due_at"),
                at(row, "solve_due_at"),
                maybeAt(row, "solved_at"),
                maybeAt(row, "escalated_at"),
                maybeAt(row, "lead_seen_at"),
                maybeAt(row, "call_due_at"),
                at(row, "attention_at"),
                row.getInt("reopened"),
                row.getInt("version"));
    }

    static CaseMessage message(ResultSet row, int number) throws SQLException {
        return new CaseMessage(
                row.getLong("id"),
                new CaseId(row.getLong("case_id")),
                CaseMessage.Author.valueOf(row.getString("author")),
                row.getString("author_name"),
                row.getString("body"),
                row.getBoolean("hides"),
                at(row, "at"));
    }

    static CaseEvent event(ResultSet row, int number) throws SQLException {
        return new CaseEvent(
                new CaseId(row.getLong("case_id")),
                CaseEvent.Kind.valueOf(row.getString("kind")),
                row.getObject("staff_id", Long.class),
                row.getString("detail"),
                at(row, "at"));
    }

    private static @Nullable CaseOwner owner(ResultSet row) throws SQLException {
        Long id = row.getObject("owner_id", Long.class);
        return id == null ? null : new CaseOwner(id, row.getString("owner_name"));
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return Sql.moment(row, column);
    }

    public static @Nullable Instant maybeAt(ResultSet row, String column) throws SQLException {
        return Sql.instant(row, column);
    }
}
