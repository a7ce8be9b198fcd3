package kr.dochak.changes;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kr.dochak.changes.ChangeFilter.Thing;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds rows of the change log by who, what, object and time. */
@Repository
public class ChangeList {

    private final JdbcClient jdbc;

    ChangeList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The latest rows of a filter, the newest first.
     *
     * @param before only those before this moment, or of it with a smaller id; null for all
     */
    public List<ChangeRow> find(ChangeFilter filter, @Nullable Instant before, long beforeId, int most) {
        Collection<Long> staff = filter.staff();
        List<Thing> objects = filter.objects();
        return jdbc.sql("""
                select * from changes.entry e
                where (tenant_id = any (:malls) or house)
                  and (:staff::bigint[] is null or staff_id = any (:staff::bigint[]))
                  and (:kind::text is null or kind = :kind)
                  and (:ids::text[] is null or object = any (:ids::text[]) and exists (
                      select from unnest(:kinds::text[], :ids::text[]) as o (kind, id)
                      where o.id = e.object and o.kind in ('', e.kind)))
                  and (:from::timestamptz is null or at >= :from)
                  and (:until::timestamptz is null or at < :until)
                  and (:at::timestamptz is null or at <= :at and (at, id) < (:at, :id))
                order by at desc, id desc
                limit :most
                """)
                .param("malls", Sql.ids(filter.malls()))
                .param("staff", staff == null ? null : staff.toArray(Long[]::new))
                .param("kind", filter.kind())
                .param("kinds", objects == null ? null : Sql.texts(objects, Thing::kind))
                .param("ids", objects == null ? null : Sql.texts(objects, Thing::id))
                .param("from", Sql.at(filter.from()))
                .param("until", Sql.at(filter.until()))
                .param("at", Sql.at(before))
                .param("id", beforeId)
                .param("most", most)
                .query((row, n) -> ChangeRepository.row(row))
                .list();
    }

    /** One row, for who may read those of these malls. */
    public Optional<ChangeRow> one(Collection<MallId> malls, long id) {
        return jdbc.sql("select * from changes.entry where id = :id and (tenant_id = any (:malls) or house)")
                .param("id", id)
                .param("malls", Sql.ids(malls))
                .query((row, n) -> ChangeRepository.row(row))
                .optional();
    }
}
