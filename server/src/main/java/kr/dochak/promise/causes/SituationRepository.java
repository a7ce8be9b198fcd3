package kr.dochak.promise.causes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.causes.Situation.Kind;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Situations with the promises behind them, and the single lines of what none explains. */
@Repository
class SituationRepository {

    private final JdbcClient jdbc;

    SituationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One look after the other, whichever process looks; pages read on. */
    void queue() {
        jdbc.sql("lock table promise.situation in exclusive mode").update();
    }

    /** What is late and open, of all malls. */
    List<LatePromise> late(Instant now) {
        return jdbc.sql("""
                select id, tenant_id, carrier, origin, destination, delay_cause, coalesce(nullif(lost_place, ''), place) as at_place,
                       picked_up_at, lost_from, lost_usual, extract(epoch from coalesce(lost_until, :now) - lost_from)::bigint as spent
                from promise.promise where state = 'OPEN' and found_at is not null
                """)
                .param("now", Sql.at(now))
                .query((row, n) -> new LatePromise(
                        row.getLong("id"),
                        row.getLong("tenant_id"),
                        row.getString("carrier"),
                        row.getString("origin"),
                        row.getString("destination"),
                        DelayCause.valueOf(row.getString("delay_cause")),
                        row.getString("at_place"),
                        Sql.instant(row, "picked_up_at"),
                        Sql.instant(row, "lost_from"),
                        seconds(row, "spent"),
                        seconds(row, "lost_usual")))
                .list();
    }

    private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? null : Duration.ofSeconds(seconds);
    }

    /**
     * How many promises of about now there are where: what was to come since yesterday, or is until the day after tomorrow. Of the last nights
     * all that set out are counted beside them, however many have come and however far they go: a night with few left is no late night.
     */
    List<Traffic.Flow> flows(Instant now) {
        return jdbc.sql("""
                select tenant_id, carrier, origin, destination,
                       (picked_up_at at time zone 'Asia/Seoul' - interval '12 hours')::date as night, count(*) as of_night,
                       count(*) filter (where promised_to >= :now::timestamptz - interval '1 day'
                                          and promised_to < :now::timestamptz + interval '2 days') as promises
                from promise.promise
                where promised_to >= :now::timestamptz - interval '4 days' and promised_to < :now::timestamptz + interval '6 days'
                  and state <> 'VOID'
                group by 1, 2, 3, 4, 5
                """)
                .param("now", Sql.at(now))
                .query((row, n) -> new Traffic.Flow(
                        row.getLong("tenant_id"),
                        row.getString("carrier"),
                        row.getString("origin"),
                        row.getString("destination"),
                        row.getObject("night", LocalDate.class),
                        row.getLong("promises"),
                        row.getLong("of_night")))
                .list();
    }

    /** Those that stand, with their ids. */
    Map<Factor, Long> standing() {
        Map<Factor, Long> standing = new HashMap<>();
        jdbc.sql(
                        "select id, kind, tenant_id, carrier, place, toward, night from promise.situation where ended_at is null")
                .query((row, n) -> standing.put(
                        new Factor(
                                Kind.valueOf(row.getString("kind")),
                                row.getLong("tenant_id"),
                                row.getString("carrier"),
                                row.getString("place"),
                                row.getString("toward"),
                                row.getObject("night", LocalDate.class)),
                        row.getLong("id")))
                .list();
        return standing;
    }

    long begin(Factor factor, DelayCause cause, Instant now) {
        return jdbc.sql("""
                insert into promise.situation (kind, tenant_id, carrier, place, toward, night, cause, began_at)
                values (:kind, :mall, :carrier, :place, :toward, :night::date, :cause, :now) returning id
                """)
                .param("kind", factor.kind().name())
                .param("mall", factor.mall())
                .param("carrier", factor.carrier())
                .param("place", factor.place())
                .param("toward", factor.toward())
                .param("night", factor.night())
                .param("cause", cause.name())
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    /** It has grown to this. */
    void widen(long id, Factor factor) {
        jdbc.sql("update promise.situation set kind = :kind, place = :place, toward = :toward where id = :id")
                .param("kind", factor.kind().name())
                .param("place", factor.place())
                .param("toward", factor.toward())
                .param("id", id)
                .update();
    }

    void end(Collection<Long> ids, Instant now) {
        jdbc.sql("update promise.situation set ended_at = :now where id = any(:ids)")
                .param("now", Sql.at(now))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** What is known of a situation now. */
    record Figures(
            long id,
            DelayCause cause,
            int promises,
            int exposed,
            @Nullable Duration spent,
            @Nullable Duration usual) {}

    void update(List<Figures> known) {
        jdbc.sql("""
                update promise.situation s
                set cause = u.cause, spent = u.spent, usual = u.usual, most = greatest(s.most, u.promises),
                    late = u.promises, exposed = u.exposed
                from unnest(:id::bigint[], :cause::text[], :promises::int[], :exposed::int[], :spent::bigint[], :usual::bigint[])
                    as u (id, cause, promises, exposed, spent, usual)
                where s.id = u.id
                """)
                .params(Rows.of(known)
                        .number("id", Figures::id)
                        .name("cause", Figures::cause)
                        .integer("promises", Figures::promises)
                        .integer("exposed", Figures::exposed)
                        .number(
                                "spent",
                                each -> each.spent() == null
                                        ? null
                                        : each.spent().toSeconds())
                        .number(
                                "usual",
                                each -> each.usual() == null
                                        ? null
                                        : each.usual().toSeconds())
                        .params())
                .update();
    }

    /** Which promises each explains, in place of what was known before; one that has ended keeps those it had. */
    void replace(Map<Long, List<LatePromise>> members) {
        record Member(long situationId, long promiseId) {}
        List<Member> rows = new ArrayList<>();
        members.forEach((id, late) -> late.forEach(one -> rows.add(new Member(id, one.id()))));
        jdbc.sql("""
                with member as (
                    select * from unnest(:situation::bigint[], :promise::bigint[]) as u (situation_id, promise_id)
                ), gone as (
                    delete from promise.situation_promise p
                    where not exists (select from member m where m.promise_id = p.promise_id and m.situation_id = p.situation_id)
                      and exists (select from promise.situation s where s.id = p.situation_id and s.ended_at is null)
                )
                insert into promise.situation_promise (promise_id, situation_id)
                select promise_id, situation_id from member
                on conflict (promise_id) do update set situation_id = excluded.situation_id
                """)
                .params(Rows.of(rows)
                        .number("situation", Member::situationId)
                        .number("promise", Member::promiseId)
                        .params())
                .update();
    }

    /** A mall's situations and the lines of what they do not explain, the largest first. */
    List<Situation> of(MallId mall, int most) {
        return jdbc.sql("""
                select coalesce(s.id, 0) as id, coalesce(s.kind, 'LINE') as kind, coalesce(s.cause, p.delay_cause) as cause,
                       coalesce(s.carrier, p.carrier) as carrier,
                       coalesce(s.place, nullif(p.lost_place, ''), p.place) as place, coalesce(s.toward, '') as toward,
                       count(*) as promises, min(p.found_at) as since, s.ended_at, s.late::float8 / s.exposed as share, s.spent, s.usual
                from promise.promise p
                left join promise.situation_promise m on m.promise_id = p.id
                left join promise.situation s on s.id = m.situation_id and s.ended_at is null
                where p.tenant_id = :mall and p.state = 'OPEN' and p.found_at is not null
                group by 1, 2, 3, 4, 5, 6, s.id
                order by promises desc, since limit :most
                """)
                .param("mall", mall.value())
                .param("most", most)
                .query((row, n) -> situation(row))
                .list();
    }

    /** One that stands or has ended, if promises of this mall are or were behind it. */
    Optional<Situation> one(MallId mall, long id) {
        return jdbc.sql("""
                select s.id, s.kind, s.cause, s.carrier, s.place, s.toward, count(*) as promises,
                       case when s.ended_at is null then min(p.found_at) else s.began_at end as since,
                       s.ended_at, s.late::float8 / s.exposed as share, s.spent, s.usual
                from promise.situation s
                join promise.situation_promise m on m.situation_id = s.id
                join promise.promise p on p.id = m.promise_id and p.tenant_id = :mall
                where s.id = :id
                group by s.id
                """)
                .param("mall", mall.value())
                .param("id", id)
                .query((row, n) -> situation(row))
                .optional();
    }

    /** Those that are over and were this mall's too, the one that began last first. */
    Keyset<Situation> ended(MallId mall, @Nullable String cursor, int limit) {
        List<Situation> rows = jdbc.sql("""
                select s.id, s.kind, s.cause, s.carrier, s.place, s.toward, c.promises, s.began_at as since,
                       s.ended_at, s.late::float8 / s.exposed as share, s.spent, s.usual
                from promise.situation s
                cross join lateral (
                    select count(*) as promises from promise.situation_promise m
                    join promise.promise p on p.id = m.promise_id and p.tenant_id = :mall
                    where m.situation_id = s.id) c
                where s.ended_at is not null and s.id < :before and c.promises > 0
                order by s.id desc limit :limit
                """)
                .param("mall", mall.value())
                .param("before", Cursor.read(cursor).number(0, Long.MAX_VALUE))
                .param("limit", limit + 1)
                .query((row, n) -> situation(row))
                .list();
        return Keyset.of(rows, limit, last -> Cursor.after(last.id()));
    }

    private static Situation situation(ResultSet row) throws SQLException {
        double share = row.getDouble("share");
        boolean known = !row.wasNull();
        return new Situation(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                DelayCause.valueOf(row.getString("cause")),
                row.getString("carrier"),
                row.getString("place"),
                row.getString("toward"),
                row.getLong("promises"),
                Sql.moment(row, "since"),
                Sql.instant(row, "ended_at"),
                known ? Math.min(1, share) : null,
                seconds(row, "spent"),
                seconds(row, "usual"));
    }
}
