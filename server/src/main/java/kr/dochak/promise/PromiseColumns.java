package kr.dochak.promise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.causes.LostTime;
import kr.dochak.promise.windows.BasisColumn;
import kr.dochak.promise.windows.Stage;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.tracking.ScanReason;
import org.jspecify.annotations.Nullable;

/** The columns of a promise by their names in the table: read from a row, and as arrays for an insert or an update. */
final class PromiseColumns {

    private static final String OPEN = "OPEN";

    private PromiseColumns() {}

    /** What a promise is made with, without the number of its lines. */
    static Rows<PromiseRow> fresh(List<PromiseRow> rows) {
        return window(rows)
                .id("tenant_id", PromiseRow::tenantId)
                .id("order_id", PromiseRow::orderId)
                .id("shipment_id", PromiseRow::shipmentId)
                .id("person_id", PromiseRow::personId)
                .text("origin", PromiseRow::origin)
                .text("destination", PromiseRow::destination)
                .text("carrier", PromiseRow::carrier)
                .number("total_won", PromiseRow::totalWon)
                .at("confirmed_at", PromiseRow::confirmedAt)
                .at("ordered_at", row -> row.carried().orderedAt());
    }

    /** Where a promise stands after it was looked at. */
    static Rows<PromiseRow> standing(List<PromiseRow> rows) {
        return window(rows)
                .number("id", PromiseRow::id)
                .integer("version", PromiseRow::version)
                .at("picked_up_at", PromiseRow::pickedUpAt)
                .at("out_at", PromiseRow::outAt)
                .name("reason", PromiseRow::reason)
                .text("place", PromiseRow::place)
                .part(
                        PromiseRow::found,
                        found -> found.name("delay_kind", PromiseRow.Found::kind)
                                .name("delay_cause", PromiseRow.Found::cause)
                                .at("certain_at", PromiseRow.Found::certainAt)
                                .at("found_at", PromiseRow.Found::foundAt)
                                .part(PromiseRow.Found::lost, PromiseColumns::lost))
                .text(
                        "state",
                        row -> row.ended() == null
                                ? OPEN
                                : row.ended().outcome().name())
                .part(
                        PromiseRow::ended,
                        ended -> ended.at("delivered_at", PromiseRow.Ended::deliveredAt)
                                .at("settled_at", PromiseRow.Ended::at));
    }

    private static void lost(Rows<LostTime> lost) {
        lost.name("lost_part", LostTime::part)
                .text("lost_place", LostTime::place)
                .text("lost_toward", LostTime::toward)
                .at("lost_from", LostTime::from)
                .at("lost_until", LostTime::until)
                .number(
                        "lost_usual",
                        each -> each.usual() == null ? null : each.usual().toSeconds());
    }

    /** What every look at a promise may change. */
    private static Rows<PromiseRow> window(List<PromiseRow> rows) {
        return Rows.of(rows)
                .at("promised_from", row -> row.promised().from())
                .at("promised_to", row -> row.promised().to())
                .flag("timed", PromiseRow::timed)
                .part(
                        PromiseRow::window,
                        window -> window.at("p10", Window::p10)
                                .at("p50", Window::p50)
                                .at("p90", Window::p90)
                                .text("basis", each -> BasisColumn.write(each.basis())))
                .at("told_p50", PromiseRow::announced)
                .name("stage", PromiseRow::stage)
                .at("stage_at", PromiseRow::since)
                .at("next_check_at", PromiseRow::checkAt);
    }

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
                new MallId(row.getLong("tenant_id")),
                new OrderId(row.getLong("order_id")),
                noShipment ? null : new ShipmentId(shipment),
                new PersonId(row.getLong("person_id")),
                row.getString("origin"),
                row.getString("destination"),
                row.getString("carrier"),
                row.getLong("total_won"),
                Sql.moment(row, "confirmed_at"),
                Sql.instant(row, "ready_at"),
                Sql.instant(row, "ordered_at"));
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
                        foundAt,
                        lostTime(row));
    }

    private static @Nullable LostTime lostTime(ResultSet row) throws SQLException {
        String part = row.getString("lost_part");
        if (part == null) {
            return null;
        }
        long usual = row.getLong("lost_usual");
        boolean unlearned = row.wasNull();
        return new LostTime(
                LostTime.Part.valueOf(part),
                row.getString("lost_place"),
                row.getString("lost_toward"),
                Sql.moment(row, "lost_from"),
                Sql.instant(row, "lost_until"),
                unlearned ? null : Duration.ofSeconds(usual));
    }

    private static PromiseRow.@Nullable Ended ended(ResultSet row) throws SQLException {
        Instant settledAt = Sql.instant(row, "settled_at");
        return settledAt == null
                ? null
                : new PromiseRow.Ended(
                        Outcome.valueOf(row.getString("state")), Sql.instant(row, "delivered_at"), settledAt);
    }
}
