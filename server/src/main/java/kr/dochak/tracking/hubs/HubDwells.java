package kr.dochak.tracking.hubs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.tracking.hubs.HubDwell.Stay;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long parcels stay at hubs, for pages. It reads a small table, never the scans. */
@Component
public class HubDwells {

    private final JdbcClient jdbc;

    HubDwells(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Hubs and terminals, the busiest first; learned from the parcels of all malls.
     *
     * @param carrier null for any; {@code search} a part of the place's name, or null
     */
    public Keyset<HubDwell> list(
            @Nullable CarrierId carrier, @Nullable String search, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor);
        List<HubDwell> rows = jdbc.sql("""
                select * from tracking.hub_dwell
                where (:carrier::text is null or carrier = :carrier)
                  and (:search::text is null or position(lower(:search) in lower(place)) > 0)
                  and (parcels < :parcels or (parcels = :parcels and (place, carrier) > (:place, :by)))
                order by parcels desc, place, carrier limit :limit
                """)
                .param("carrier", CarrierId.textOf(carrier))
                .param("search", search)
                .param("parcels", after.number(0, Long.MAX_VALUE))
                .param("place", after.text(1))
                .param("by", after.text(2))
                .param("limit", limit + 1)
                .query((row, n) -> hub(row))
                .list();
        return Keyset.of(
                rows,
                limit,
                last -> Cursor.after(
                        last.recent().parcels(), last.place(), last.carrier().value()));
    }

    private static HubDwell hub(ResultSet row) throws SQLException {
        Stay usual = row.getLong("usual_parcels") == 0 ? null : stay(row, "usual_parcels", "usual_p50", "usual_p90");
        return new HubDwell(
                new CarrierId(row.getString("carrier")),
                row.getString("place"),
                stay(row, "parcels", "p50", "p90"),
                usual);
    }

    private static Stay stay(ResultSet row, String parcels, String p50, String p90) throws SQLException {
        return new Stay(
                row.getLong(parcels), Duration.ofMinutes(row.getLong(p50)), Duration.ofMinutes(row.getLong(p90)));
    }
}
