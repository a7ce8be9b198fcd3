package kr.dochak.promise.days;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kr.dochak.calendar.CalendarFact.CalendarChanged;
import kr.dochak.calendar.Scope;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which promises a day moves: those that are open, of its carrier or mall, and end on it or later. */
@Repository
class CalendarLookRepository {

    /** A look at the promises of a day that goes on, and the last promise that was looked at. */
    record OpenLook(long dayId, boolean withdrawn, Reach reach, long lookedTo) {}

    /** Whom a day reaches. */
    record Reach(
            LocalDate day,
            Scope scope,
            @Nullable CarrierId carrier,
            @Nullable MallId mall) {}

    private final JdbcClient jdbc;

    CalendarLookRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(CalendarChanged fact) {
        jdbc.sql("""
                insert into promise.calendar_look (day_id, withdrawn, day, scope, carrier, tenant_id, changed_at)
                values (:id, :withdrawn, :day, :scope, :carrier, :mall, :at)
                on conflict do nothing
                """)
                .param("id", fact.dayId())
                .param("withdrawn", fact.withdrawn())
                .param("day", fact.day())
                .param("scope", fact.scope().name())
                .param("carrier", CarrierId.textOf(fact.carrier()))
                .param("mall", fact.mall() == null ? null : fact.mall().value())
                .param("at", Sql.at(fact.at()))
                .update();
    }

    Optional<OpenLook> next() {
        return jdbc.sql("""
                select * from promise.calendar_look where finished_at is null order by changed_at, day_id limit 1
                """).query((row, n) -> openLook(row)).optional();
    }

    private static OpenLook openLook(ResultSet row) throws SQLException {
        long mall = row.getLong("tenant_id");
        MallId ofMall = row.wasNull() ? null : new MallId(mall);
        Reach reach = new Reach(
                row.getObject("day", LocalDate.class),
                Scope.valueOf(row.getString("scope")),
                CarrierId.ofNullable(row.getString("carrier")),
                ofMall);
        return new OpenLook(row.getLong("day_id"), row.getBoolean("withdrawn"), reach, row.getLong("looked_to"));
    }

    /**
     * The next promises in the order of their ids. One that is locked is being written from a look a batch ago at most; one
     * without a next look is late already and gets no more notices.
     */
    void look(OpenLook open, int most, Instant now) {
        Reach reach = open.reach();
        jdbc.sql("""
                with touched as (
                    select id from promise.promise
                    where state = 'OPEN' and id > :after and next_check_at > :now and not timed and p90 >= :from
                      and (:carrier::text is null or carrier = :carrier)
                      and (:mall::bigint is null or tenant_id = :mall and stage = 'ORDERED')
                    order by id limit :most
                    for no key update skip locked),
                looked as (
                    update promise.promise p set next_check_at = :now, version = p.version + 1
                    from touched t where p.id = t.id
                    returning p.id)
                update promise.calendar_look l
                set looked_to = greatest(l.looked_to, coalesce((select max(id) from looked), 0)),
                    looked = l.looked + (select count(*) from looked),
                    finished_at = case when (select count(*) from looked) < :most then :now::timestamptz end
                where l.day_id = :day and l.withdrawn = :withdrawn
                """)
                .param("after", open.lookedTo())
                .param("from", Sql.at(Seoul.startOf(reach.day())))
                .param("carrier", CarrierId.textOf(reach.carrier()))
                .param("mall", reach.mall() == null ? null : reach.mall().value())
                .param("most", most)
                .param("day", open.dayId())
                .param("withdrawn", open.withdrawn())
                .param("now", Sql.at(now))
                .update();
    }

    CalendarEffect effect(Reach reach) {
        return jdbc.sql("""
                select count(*) as looked, count(*) filter (where p10 < :until) as that_day
                from promise.promise
                where state = 'OPEN' and not timed and p90 >= :from
                  and (:carrier::text is null or carrier = :carrier)
                  and (:mall::bigint is null or tenant_id = :mall and stage = 'ORDERED')
                """)
                .param("from", Sql.at(Seoul.startOf(reach.day())))
                .param("until", Sql.at(Seoul.startOf(reach.day().plusDays(1))))
                .param("carrier", CarrierId.textOf(reach.carrier()))
                .param("mall", reach.mall() == null ? null : reach.mall().value())
                .query((row, n) -> new CalendarEffect(row.getLong("looked"), row.getLong("that_day")))
                .single();
    }

    /** By the id of the day; of one that was withdrawn the look since then. */
    Map<Long, CalendarLook> of(Collection<Long> dayIds) {
        Map<Long, CalendarLook> looks = new HashMap<>();
        jdbc.sql("""
                select distinct on (day_id) day_id, looked, finished_at from promise.calendar_look
                where day_id = any(:ids) order by day_id, withdrawn desc
                """)
                .param("ids", dayIds.toArray(Long[]::new))
                .query((row, n) -> looks.put(
                        row.getLong("day_id"),
                        new CalendarLook(row.getLong("looked"), Sql.instant(row, "finished_at") != null)))
                .list();
        return looks;
    }
}
