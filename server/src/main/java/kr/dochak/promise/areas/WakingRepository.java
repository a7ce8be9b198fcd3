package kr.dochak.promise.areas;

import java.time.Instant;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.promise.areas.feeds.AreaSource;
import kr.dochak.shared.Area;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which warnings promises have not been looked at for, and how far that has come. */
@Repository
class WakingRepository {

    private static final int MOST_WARNINGS = 500;

    /** @param to the last promise that was woken because of it */
    record NewWarning(long id, AreaKind kind, AreaLevel level, String province, long to) {}

    private final JdbcClient jdbc;

    WakingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<NewWarning> fresh(List<AreaSource> sources) {
        return jdbc.sql("""
                select id, kind, level, province, woken_to from promise.area_warning
                where woken_at is null and source = any(:sources)
                order by id limit :most
                """)
                .param("sources", Sql.texts(sources, AreaSource::name))
                .param("most", MOST_WARNINGS)
                .query((row, n) -> new NewWarning(
                        row.getLong("id"),
                        AreaKind.valueOf(row.getString("kind")),
                        AreaLevel.valueOf(row.getString("level")),
                        row.getString("province"),
                        row.getLong("woken_to")))
                .list();
    }

    void done(List<Long> ids, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.sql("update promise.area_warning set woken_at = :now where id = any(:ids)")
                    .param("ids", ids.toArray(Long[]::new))
                    .param("now", Sql.at(now))
                    .update();
        }
    }

    /**
     * The next promises in the order of their ids. One that is locked is being written from a look a batch ago at most, and
     * meets the warning at its next look; one without a next look is late already and gets no more notices.
     */
    void wake(NewWarning warning, int most, Instant now) {
        jdbc.sql("""
                with touched as (
                    select id from promise.promise
                    where state = 'OPEN' and id > :after and next_check_at > :now
                      and (destination in (:province, :islands) or (origin = :province and stage in ('ORDERED', 'PICKED_UP')))
                    order by id limit :most
                    for no key update skip locked),
                woken as (
                    update promise.promise p set next_check_at = :now, version = p.version + 1
                    from touched t where p.id = t.id
                    returning p.id)
                update promise.area_warning w
                set woken_to = greatest(w.woken_to, coalesce((select max(id) from woken), 0)),
                    woken_at = case when (select count(*) from woken) < :most then :now::timestamptz end
                where w.id = :warning
                """)
                .param("after", warning.to())
                .param("province", warning.province())
                .param("islands", warning.province() + Area.ISLANDS)
                .param("most", most)
                .param("warning", warning.id())
                .param("now", Sql.at(now))
                .update();
    }
}
