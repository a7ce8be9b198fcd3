package kr.dochak.promise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.shared.Sql;
import kr.dochak.shared.TimeWindow;
import kr.dochak.tracking.ScanReason;
import org.jspecify.annotations.Nullable;

/** Reads a promise from the columns of its row. */
final class PromiseColumns {

    private PromiseColumns() {}

    static PromiseRow row(ResultSet row) throws SQLException {
        return new PromiseRow(
                row.getLong("id"),
                carried(row),
                new TimeWindow(Sql.moment(row, "promised_from"), Sql.moment(row, "promised_to")),
                row.getBoolean("timed"),
                new Window(
                        Sql.moment(row, "p10"),
                        Sql.moment(row, "p50"),
                        Sql.moment(row, "p90"),
                        BasisColumn.read(row.getString("basis"))),
                Sql.moment(row, "told_p50"),
                way(row),
                found(row),
                ended(row),
                Sql.instant(row, "next_check_at"),
                row.getInt("version"));
    }

    private static PromiseRow.Carried carried(ResultSet row) throws SQLException {
        long shipment = row.getLong("shipment_id");
        boolean noShipment = row.wasNull();
        return new PromiseRow.Carried(
                row.getLong("tenant_id"),
                row.getLong("order_id"),
                noShipment ? null : shipment,
                row.getLong("person_id"),
                row.getString("origin"),
                row.getString("destination"),
                row.getString("carrier"),
                row.getLong("total_won"),
                Sql.moment(row, "confirmed_at"),
                Sql.instant(row, "ready_at"));
    }

    private static PromiseRow.Way way(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new PromiseRow.Way(
                Stage.valueOf(row.getString("stage")),
                Sql.moment(row, "stage_at"),
                Sql.instant(row, "picked_up_at"),
                Sql.instant(row, "out_at"),
                reason == null ? null : ScanReason.valueOf(reason),
                row.getString("place"));
    }

    private static PromiseRow.@Nullable Found found(ResultSet row) throws SQLException {
        Instant foundAt = Sql.instant(row, "found_at");
        return foundAt == null
                ? null
                : new PromiseRow.Found(
                        DelayKind.valueOf(row.getString("delay_kind")),
                        DelayCause.valueOf(row.getString("delay_cause")),
                        Sql.moment(row, "certain_at"),
                        foundAt);
    }

    private static PromiseRow.@Nullable Ended ended(ResultSet row) throws SQLException {
        Instant settledAt = Sql.instant(row, "settled_at");
        return settledAt == null
                ? null
                : new PromiseRow.Ended(
                        Outcome.valueOf(row.getString("state")), Sql.instant(row, "delivered_at"), settledAt);
    }
}
