package kr.dochak.alerts;

import java.util.Collection;
import java.util.List;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads alerts for the list and for the bell; a mall's own and those of the house. */
@Repository
class AlertList {

    private final JdbcClient jdbc;

    AlertList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many of a kind ring at a step. */
    record Ringing(String kind, Severity severity, int step, int alerts) {}

    /** All that rings in a mall: one look into one index. */
    List<Ringing> ringing(MallId mall) {
        return jdbc.sql("""
                select kind, severity, step, count(*) as alerts from alerts.alert
                where tenant_id in (0, :mall) and closed_at is null and acknowledged_at is null and storm_id is null
                group by 1, 2, 3
                """)
                .param("mall", mall.value())
                .query((row, n) -> new Ringing(
                        row.getString("kind"),
                        Severity.valueOf(row.getString("severity")),
                        row.getInt("step"),
                        row.getInt("alerts")))
                .list();
    }

    /** The newest first. */
    Keyset<Alert> page(AlertFilter filter, @Nullable String cursor, int limit) {
        List<Alert> rows = jdbc.sql("""
                select * from alerts.alert
                where tenant_id in (0, :mall) and id < :before and storm_id is null and kind = any(:kinds)
                  and (:severity::text is null or severity = :severity)
                  and (:text = '' or strpos(lower(subject), lower(:text)) > 0)
                  and case :show
                        when 'RINGING' then closed_at is null and acknowledged_at is null
                        when 'OPEN' then closed_at is null
                        else closed_at is not null end
                order by id desc limit :limit
                """)
                .param("mall", filter.mall().value())
                .param("before", Cursor.read(cursor).number(0, Long.MAX_VALUE))
                .param("kinds", filter.kinds().toArray(String[]::new))
                .param(
                        "severity",
                        filter.severity() == null ? null : filter.severity().name())
                .param("text", filter.text())
                .param("show", filter.show().name())
                .param("limit", limit + 1)
                .query(AlertRepository::alert)
                .list();
        return Keyset.of(rows, limit, last -> Cursor.after(last.id()));
    }

    /** How many stand so. */
    record Figures(int ringing, int open) {}

    Figures figures(MallId mall, Collection<String> kinds) {
        return jdbc.sql("""
                select count(*) filter (where acknowledged_at is null) as ringing, count(*) as open from alerts.alert
                where tenant_id in (0, :mall) and closed_at is null and storm_id is null and kind = any(:kinds)
                """)
                .param("mall", mall.value())
                .param("kinds", kinds.toArray(String[]::new))
                .query((row, n) -> new Figures(row.getInt("ringing"), row.getInt("open")))
                .single();
    }
}
