package kr.dochak.promise.accuracy;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The groups that are watched for drift, and their alarms. */
@Repository
class DriftRepository {

    /** A group of a mall's deliveries; empty texts stand for any. */
    record Group(
            MallId tenantId,
            DriftRule.Kind kind,
            String carrier,
            String origin,
            String destination,
            JudgedWindow stage) {}

    record Week(Group group, Coverage held) {}

    private final JdbcClient jdbc;

    DriftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The seven days up to {@code day} of every group that has deliveries or an alarm. */
    List<Week> weeks(LocalDate day) {
        return jdbc.sql("""
                with week as (
                    select tenant_id, stage,
                           case when grouping(carrier) = 0 then 'CARRIER' when grouping(origin) = 0 then 'LANE'
                                else 'ALL' end as kind,
                           coalesce(carrier, '') as carrier, coalesce(origin, '') as origin,
                           coalesce(destination, '') as destination, sum(told) as told, sum(inside) as inside
                    from promise.window_day
                    where day > :day::date - 7 and day <= :day::date
                    group by grouping sets ((tenant_id, stage), (tenant_id, stage, carrier),
                                            (tenant_id, stage, origin, destination))
                ), known as (
                    select tenant_id, stage, kind, carrier, origin, destination from promise.drift where cleared_at is null
                )
                select tenant_id, stage, kind, carrier, origin, destination, coalesce(told, 0) as told,
                       coalesce(inside, 0) as inside
                from week full join known using (tenant_id, stage, kind, carrier, origin, destination)
                """)
                .param("day", Date.valueOf(day))
                .query((row, n) -> new Week(
                        group(row), new Coverage(row.getLong("told"), row.getLong("inside"), 0, 0, 0, 0, 0, 0)))
                .list();
    }

    Set<Group> open() {
        return new HashSet<>(jdbc.sql("select * from promise.drift where cleared_at is null")
                .query((row, n) -> group(row))
                .list());
    }

    List<DriftAlarm> openOf(MallId tenantId) {
        return jdbc.sql("""
                select * from promise.drift where tenant_id = :tenant and cleared_at is null
                order by kind, since, carrier, origin, destination, stage desc
                """)
                .param("tenant", tenantId.value())
                .query((row, n) -> {
                    Group group = group(row);
                    long judged = row.getLong("told");
                    return new DriftAlarm(
                            group.kind(),
                            group.kind() == DriftRule.Kind.CARRIER ? new CarrierId(group.carrier()) : null,
                            group.origin(),
                            group.destination(),
                            group.stage(),
                            row.getDate("since").toLocalDate(),
                            judged == 0 ? Coverage.AIM : (double) row.getLong("inside") / judged,
                            judged);
                })
                .list();
    }

    long countOpen() {
        return jdbc.sql("select count(*) from promise.drift where cleared_at is null")
                .query(Long.class)
                .single();
    }

    /** Raises an alarm, or refreshes the one there is. */
    void raise(Week week, LocalDate day, Instant now) {
        Group group = week.group();
        jdbc.sql("""
                insert into promise.drift
                    (tenant_id, kind, carrier, origin, destination, stage, since, told, inside, opened_at)
                values (:tenant, :kind, :carrier, :origin, :destination, :stage, :day, :told, :inside, :now)
                on conflict (tenant_id, kind, carrier, origin, destination, stage) where cleared_at is null
                do update set told = excluded.told, inside = excluded.inside
                """)
                .param("tenant", group.tenantId().value())
                .param("kind", group.kind().name())
                .param("carrier", group.carrier())
                .param("origin", group.origin())
                .param("destination", group.destination())
                .param("stage", group.stage().name())
                .param("day", Date.valueOf(day))
                .param("told", week.held().judged())
                .param("inside", week.held().inside())
                .param("now", Sql.at(now))
                .update();
    }

    void clear(Group group, Instant now) {
        jdbc.sql("""
                update promise.drift set cleared_at = :now
                where tenant_id = :tenant and kind = :kind and carrier = :carrier and origin = :origin
                  and destination = :destination and stage = :stage and cleared_at is null
                """)
                .param("tenant", group.tenantId().value())
                .param("kind", group.kind().name())
                .param("carrier", group.carrier())
                .param("origin", group.origin())
                .param("destination", group.destination())
                .param("stage", group.stage().name())
                .param("now", Sql.at(now))
                .update();
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                new MallId(row.getLong("tenant_id")),
                DriftRule.Kind.valueOf(row.getString("kind")),
                row.getString("carrier"),
                row.getString("origin"),
                row.getString("destination"),
                JudgedWindow.valueOf(row.getString("stage")));
    }
}
