package kr.dochak.promise.areas;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.database.Sql;
import kr.dochak.promise.areas.WarningLog.Open;
import kr.dochak.promise.areas.WarningLog.Standing;
import kr.dochak.promise.areas.WarningLog.Touched;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.promise.areas.feeds.AreaSource;
import kr.dochak.promise.areas.feeds.Bulletin;
import kr.dochak.promise.areas.feeds.Bulletin.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores warnings. */
@Repository
class AreaRepository {

    /** Longer than any source is asked back. */
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private final JdbcClient jdbc;

    AreaRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean any(AreaSource source) {
        return jdbc.sql("select exists (select from promise.area_warning where source = :source)")
                .param("source", source.name())
                .query(Boolean.class)
                .single();
    }

    /** What is known of each subject: the warning that stands, and the last bulletin of it. */
    Map<Subject, Standing> standing(AreaSource source, Instant now) {
        Map<Subject, Standing> standing = new HashMap<>();
        jdbc.sql("""
                select distinct on (zone, code) id, zone, code, level, last_said, lifted_at is null as open
                from promise.area_warning
                where source = :source and (lifted_at is null or known_at > :remembered)
                order by zone, code, last_said desc, id desc
                """)
                .param("source", source.name())
                .param("remembered", Sql.at(now.minus(REMEMBERED)))
                .query((row, n) -> standing.put(
                        new Subject(row.getString("zone"), row.getString("code")),
                        new Standing(
                                row.getBoolean("open")
                                        ? new Open(row.getLong("id"), AreaLevel.valueOf(row.getString("level")))
                                        : null,
                                row.getLong("last_said"))))
                .list();
        return standing;
    }

    void lift(List<Touched> lifted, Instant now) {
        jdbc.sql("""
                update promise.area_warning w
                set lifted_at = :now, last_said = greatest(w.last_said, u.last)
                from unnest(:ids::bigint[], :lasts::bigint[]) as u (id, last)
                where w.id = u.id and w.lifted_at is null
                """)
                .param("ids", Sql.longs(lifted, Touched::id))
                .param("lasts", Sql.longs(lifted, Touched::last))
                .param("now", Sql.at(now))
                .update();
    }

    void touch(List<Touched> goingOn) {
        jdbc.sql("""
                update promise.area_warning w set last_said = u.last
                from unnest(:ids::bigint[], :lasts::bigint[]) as u (id, last)
                where w.id = u.id and w.last_said < u.last
                """)
                .param("ids", Sql.longs(goingOn, Touched::id))
                .param("lasts", Sql.longs(goingOn, Touched::last))
                .update();
    }

    void begin(AreaSource source, List<Bulletin> begun, Instant now) {
        jdbc.sql("""
                insert into promise.area_warning
                    (source, zone, code, said, last_said, zone_name, kind, level, province, known_at, valid_from,
                     valid_until)
                select :source, u.zone, u.code, u.said, u.said, u.name, u.kind, u.level, u.province, :now,
                       u.starts,
                       u.ends
                from unnest(:zones::text[], :codes::text[], :saids::bigint[], :names::text[], :kinds::text[],
                            :levels::text[], :provinces::text[], :starts::timestamptz[], :ends::timestamptz[])
                     as u (zone, code, said, name, kind, level, province, starts, ends)
                on conflict do nothing
                """)
                .param("source", source.name())
                .param("now", Sql.at(now))
                .param("zones", Sql.texts(begun, Bulletin::zone))
                .param("codes", Sql.texts(begun, Bulletin::code))
                .param("saids", Sql.longs(begun, Bulletin::sequence))
                .param("names", Sql.texts(begun, Bulletin::zoneName))
                .param("kinds", Sql.texts(begun, bulletin -> bulletin.kind().name()))
                .param("levels", Sql.texts(begun, bulletin -> bulletin.level().name()))
                .param("provinces", Sql.texts(begun, Bulletin::province))
                .param("starts", Sql.instants(begun, Bulletin::from))
                .param("ends", Sql.instants(begun, Bulletin::until))
                .update();
    }

    /**
     * Warnings that stand, or were over only after a moment. It asks for these sources alone, since nobody reports the end
     * of others' warnings.
     */
    List<AreaWarning> since(Instant moment, List<AreaSource> sources) {
        return jdbc.sql("""
                select * from promise.area_warning
                where source = any(:sources) and (lifted_at is null or lifted_at > :since)
                order by id
                """)
                .param("sources", Sql.texts(sources, AreaSource::name))
                .param("since", Sql.at(moment))
                .query((row, n) -> warning(row))
                .list();
    }

    static AreaWarning warning(ResultSet row) throws SQLException {
        return new AreaWarning(
                row.getLong("id"),
                AreaSource.valueOf(row.getString("source")),
                AreaKind.valueOf(row.getString("kind")),
                AreaLevel.valueOf(row.getString("level")),
                row.getString("province"),
                Sql.moment(row, "known_at"),
                Sql.moment(row, "valid_from"),
                Sql.instant(row, "valid_until"),
                Sql.instant(row, "lifted_at"));
    }
}
