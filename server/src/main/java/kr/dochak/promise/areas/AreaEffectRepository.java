package kr.dochak.promise.areas;

import java.time.Instant;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.promise.areas.AreaWay.Leg;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Learns what warnings cost from the outcomes of deliveries. */
@Repository
class AreaEffectRepository {

    private final JdbcClient jdbc;

    AreaEffectRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AreaEffect> effects() {
        return jdbc.sql("select * from promise.area_effect order by kind, level, leg")
                .query((row, n) -> new AreaEffect(
                        AreaKind.valueOf(row.getString("kind")),
                        AreaLevel.valueOf(row.getString("level")),
                        Leg.valueOf(row.getString("leg")),
                        row.getInt("deliveries"),
                        row.getLong("extra_seconds"),
                        row.getLong("error_seconds"),
                        Sql.instant(row, "enough_since")))
                .list();
    }

    /**
     * Learns all effects anew, each from deliveries under a warning against the average of those that set out without
     * one: of its carrier's lane, or where there are fewer than {@code enough} of these, of the lane, of the
     * destination, of all. So a warning that always stands somewhere, as road works do, is compared with days on which
     * it stood elsewhere.
     */
    void learn(Instant from, int enough, Instant now) {
        jdbc.sql("""
                with outcome as (
                    select case stage when 'PICKED_UP' then 'WAY' else 'DOOR' end as leg, carrier, origin, destination,
                           open_seconds::float8 as took, warned
                    from promise.outcome
                    where delivered_at >= :from and delivered_at < :now and stage in ('PICKED_UP', 'OUT_FOR_DELIVERY')
                      and carrier <> '*'),
                lane as (
                    select leg, coalesce(carrier, '*') as carrier, coalesce(origin, '*') as origin,
                           coalesce(destination, '*') as destination, count(*) as n, sum(took) as took
                    from outcome
                    group by leg,
                             grouping sets ((carrier, origin, destination), (origin, destination), (destination), ())),
                under as (
                    select leg, w.warning, coalesce(carrier, '*') as carrier, coalesce(origin, '*') as origin,
                           coalesce(destination, '*') as destination, count(*) as n, sum(took) as took,
                           sum(took * took) as squares
                    from outcome, unnest(warned) as w (warning)
                    group by leg, w.warning,
                             grouping sets ((carrier, origin, destination), (origin, destination), (destination), ())),
                calm as (
                    select l.leg, u.warning, l.carrier, l.origin, l.destination, (l.took - u.took) / (l.n - u.n) as usual
                    from lane l join under u using (leg, carrier, origin, destination)
                    where l.n - u.n >= :enough),
                extra as (
                    select u.leg, u.warning, u.n, u.took, u.squares,
                           coalesce(lane.usual, way.usual, there.usual, anywhere.usual) as usual
                    from under u
                    left join calm lane using (leg, warning, carrier, origin, destination)
                    left join calm way
                        on (way.leg, way.warning, way.carrier, way.origin, way.destination)
                           = (u.leg, u.warning, '*', u.origin, u.destination)
                    left join calm there
                        on (there.leg, there.warning, there.carrier, there.origin, there.destination)
                           = (u.leg, u.warning, '*', '*', u.destination)
                    left join calm anywhere
                        on (anywhere.leg, anywhere.warning, anywhere.carrier, anywhere.origin, anywhere.destination)
                           = (u.leg, u.warning, '*', '*', '*')
                    where u.carrier <> '*'),
                sums as (
                    select leg, warning, sum(n)::int as n, sum(took - n * usual) as extra,
                           sum(squares - 2 * usual * took + n * usual * usual) as squares
                    from extra where usual is not null group by leg, warning)
                insert into promise.area_effect
                    (kind, level, leg, deliveries, extra_seconds, error_seconds, learned_at, enough_since)
                select split_part(warning, ':', 1), split_part(warning, ':', 2), leg, n, round(extra / n),
                       round(sqrt(greatest(0, (squares - extra * extra / n) / greatest(1, n - 1)) / n)), :now,
                       case when n >= :enough then :now::timestamptz end
                from sums
                on conflict (kind, level, leg) do update
                set deliveries = excluded.deliveries, extra_seconds = excluded.extra_seconds,
                    error_seconds = excluded.error_seconds, learned_at = excluded.learned_at,
                    enough_since = coalesce(area_effect.enough_since, excluded.enough_since)
                """)
                .param("from", Sql.at(from))
                .param("now", Sql.at(now))
                .param("enough", enough)
                .update();
    }
}
