package kr.dochak.tracking.carriers.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.database.Sql;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.tracking.carriers.health.CarrierAlarm.Down;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alarms about outside systems, and what they are judged by. */
@Repository
class RouteAlarmRepository {

    /** When a source answered and failed last, and the pause between answers that nine of ten do not exceed. */
    record Last(@Nullable Instant answer, @Nullable Instant failure, String what, Duration usual) {

        static final Last NEVER = new Last(null, null, "", Duration.ZERO);
    }

    private final JdbcClient jdbc;

    RouteAlarmRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By source, of what happened since a moment. */
    Map<String, Last> lasts(Collection<String> well, Instant since) {
        return jdbc
                .sql("""
                with told as (
                    select *, outcome = any(:well) as well from tracking.route_call where hour >= :since
                ), answered as (
                    select source, hour, max(last_at) as at from told where well group by source, hour
                ), pause as (
                    select source, at - lag(at) over (partition by source order by hour) as length from answered
                ), usual as (
                    select source, percentile_disc(0.9) within group (order by length) as length
                    from pause where length is not null group by source
                )
                select t.source, max(t.last_at) filter (where t.well) as answer,
                       max(t.last_at) filter (where not t.well) as failure,
                       coalesce((array_agg(t.last_what order by t.last_at desc) filter (where not t.well))[1], '') as what,
                       coalesce(extract(epoch from max(u.length)), 0)::bigint as usual
                from told t left join usual u using (source)
                group by t.source
                """)
                .param("well", well.toArray(String[]::new))
                .param("since", Sql.at(since))
                .query((row, n) -> Map.entry(
                        row.getString("source"),
                        new Last(
                                Sql.instant(row, "answer"),
                                Sql.instant(row, "failure"),
                                row.getString("what"),
                                Duration.ofSeconds(row.getLong("usual")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Set<String> open() {
        return new HashSet<>(jdbc.sql("select source from tracking.route_alarm where cleared_at is null")
                .query(String.class)
                .list());
    }

    /** Raises an alarm, or refreshes the one there is; true when it is new. */
    boolean raise(Source source, boolean leftAlone, String what, Instant since, Instant now) {
        return jdbc.sql("""
                insert into tracking.route_alarm (source, left_alone, what, since, opened_at)
                values (:source, :left, :what, :since, :now)
                on conflict (source) where cleared_at is null
                do update set left_alone = excluded.left_alone, what = excluded.what
                returning opened_at = :now
                """)
                .param("source", source.id())
                .param("left", leftAlone)
                .param("what", what)
                .param("since", Sql.at(since))
                .param("now", Sql.at(now))
                .query(Boolean.class)
                .single();
    }

    void clear(String source, Instant now) {
        jdbc.sql("update tracking.route_alarm set cleared_at = :now where source = :source and cleared_at is null")
                .param("source", source)
                .param("now", Sql.at(now))
                .update();
    }

    List<CarrierAlarm> alarms(MallId tenantId) {
        return Stream.concat(down().stream(), unknown(tenantId).stream()).toList();
    }

    /** Sources that are down, each with those of its parcels whose last question nobody answered. */
    private List<CarrierAlarm> down() {
        List<Spoken> spoken = Stream.of(Source.values())
                .flatMap(source -> Carrier.known().stream()
                        .map(Carrier::carrierId)
                        .filter(source::speaksOf)
                        .map(carrier -> new Spoken(source.id(), carrier)))
                .toList();
        return jdbc.sql("""
                select a.source, a.left_alone, a.what, a.since,
                       (select count(*)
                        from unnest(:sources::text[], :carriers::text[]) as spoken (source, carrier)
                        join tracking.watch w on w.carrier = spoken.carrier and w.failures > 0
                        where spoken.source = a.source) as waiting
                from tracking.route_alarm a
                where a.cleared_at is null
                order by a.since, a.source
                """)
                .param("sources", Sql.texts(spoken, Spoken::source))
                .param("carriers", Sql.texts(spoken, each -> each.carrier().value()))
                .query((row, n) -> (CarrierAlarm) new Down(
                        row.getString("source"),
                        Source.of(row.getString("source")).map(Source::title).orElse(row.getString("source")),
                        row.getBoolean("left_alone"),
                        row.getString("what"),
                        row.getLong("waiting"),
                        Sql.moment(row, "since")))
                .list();
    }

    private record Spoken(String source, CarrierId carrier) {}

    private List<CarrierAlarm> unknown(MallId tenantId) {
        return jdbc.sql("""
                select carrier, (array_agg(code order by times desc, id))[1] as code,
                       (array_agg(text order by times desc, id))[1] as text,
                       count(*) as codes, sum(times) as times, min(first_at) as since
                from tracking.unknown_code c
                where not exists (
                    select from tracking.unknown_code_seen s where s.code_id = c.id and s.tenant_id = :tenant)
                group by carrier
                order by times desc, since, carrier
                """)
                .param("tenant", tenantId.value())
                .query((row, n) -> (CarrierAlarm) new CarrierAlarm.Unknown(
                        new CarrierId(row.getString("carrier")),
                        Carrier.nameOf(row.getString("carrier")),
                        row.getString("code"),
                        row.getString("text"),
                        row.getLong("codes"),
                        row.getLong("times"),
                        Sql.moment(row, "since")))
                .list();
    }

    long countOpen() {
        return jdbc.sql("""
                select (select count(*) from tracking.route_alarm where cleared_at is null)
                     + (select count(*) from tracking.unknown_code c
                        where not exists (select from tracking.unknown_code_seen s where s.code_id = c.id))
                """).query(Long.class).single();
    }
}
