package kr.dochak.promise.areas;

import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.promise.areas.feeds.AreaSource;
import kr.dochak.shared.Area;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what stands, for pages. */
@Repository
class AreaQuery {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    AreaQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AreaStanding> standing(MallId tenantId, List<AreaSource> sources) {
        return jdbc.sql("""
                with before as (
                    select replace(destination, :islands, '') as province, id from promise.promise
                    where state = 'OPEN' and tenant_id = :tenant
                    union
                    select origin, id from promise.promise
                    where state = 'OPEN' and tenant_id = :tenant and stage in ('ORDERED', 'PICKED_UP')),
                touched as (select province, count(*) as promises from before group by province)
                select w.province, w.kind, w.level, string_agg(distinct w.code, ', ') as codes, count(*) as zones,
                       min(w.zone_name) as zone, min(w.known_at) as known_at, min(w.valid_from) as valid_from,
                       coalesce(max(t.promises), 0) as promises
                from promise.area_warning w
                left join touched t on t.province = w.province
                where w.lifted_at is null and w.source = any(:sources)
                group by w.province, w.kind, w.level
                order by coalesce(max(t.promises), 0) desc, w.province, w.kind, w.level
                limit :most
                """)
                .param("tenant", tenantId.value())
                .param("islands", Area.ISLANDS)
                .param("sources", Sql.texts(sources, AreaSource::name))
                .param("most", MOST)
                .query((row, n) -> new AreaStanding(
                        row.getString("province"),
                        AreaKind.valueOf(row.getString("kind")),
                        AreaLevel.valueOf(row.getString("level")),
                        row.getString("codes"),
                        row.getInt("zones"),
                        row.getString("zone"),
                        Sql.moment(row, "known_at"),
                        Sql.moment(row, "valid_from"),
                        row.getLong("promises"),
                        null,
                        null))
                .list();
    }
}
