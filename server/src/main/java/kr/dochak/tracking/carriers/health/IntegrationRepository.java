package kr.dochak.tracking.carriers.health;

import java.time.Instant;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.health.Integrations.CarrierLoad;
import kr.dochak.tracking.carriers.health.Integrations.Doubt;
import kr.dochak.tracking.carriers.health.Integrations.Outcome;
import kr.dochak.tracking.carriers.health.Integrations.UnknownSeen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how asking goes. */
@Repository
class IntegrationRepository {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    IntegrationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How calls ended since a moment, with the last of each kind at whatever time. */
    List<Outcome> outcomes(Instant since) {
        return jdbc.sql("""
                select source, outcome, coalesce(sum(calls) filter (where hour >= :since), 0) as calls,
                       max(last_at) as last_at, (array_agg(last_what order by last_at desc))[1] as last_what
                from tracking.route_call
                group by source, outcome
                order by source, calls desc, outcome
                """)
                .param("since", Sql.at(since))
                .query((row, n) -> new Outcome(
                        row.getString("source"),
                        row.getString("outcome"),
                        row.getLong("calls"),
                        Sql.moment(row, "last_at"),
                        row.getString("last_what")))
                .list();
    }

    /** By carrier what came by itself since a moment, and what waits. */
    List<CarrierLoad> loads(Instant now, Instant since) {
        return jdbc.sql("""
                with watched as (
                    select carrier, count(*) as watched, count(*) filter (where due_at < :now) as late, min(due_at) as due
                    from tracking.watch group by carrier),
                parked as (
                    select carrier, count(*) as parked from tracking.parked_scan
                    where why = 'UNKNOWN_SHIPMENT' group by carrier),
                heard as (
                    select carrier, coalesce(sum(scans) filter (where hour > :since), 0) as scans, max(last_at) as last_at
                    from tracking.heard group by carrier)
                select carrier, coalesce(h.scans, 0) as heard, h.last_at, coalesce(w.watched, 0) as watched,
                       coalesce(w.late, 0) as late, case when w.due < :now then w.due end as due,
                       coalesce(p.parked, 0) as parked
                from watched w full join parked p using (carrier) full join heard h using (carrier)
                order by late desc, watched desc, heard desc, parked desc, carrier
                limit :most
                """)
                .param("now", Sql.at(now))
                .param("since", Sql.at(since))
                .param("most", MOST)
                .query((row, n) -> new CarrierLoad(
                        new CarrierId(row.getString("carrier")),
                        Carrier.nameOf(row.getString("carrier")),
                        row.getLong("heard"),
                        Sql.instant(row, "last_at"),
                        row.getLong("watched"),
                        row.getLong("late"),
                        Sql.instant(row, "due"),
                        row.getLong("parked")))
                .list();
    }

    List<UnknownSeen> unknownCodes(MallId tenantId) {
        return jdbc.sql("""
                select c.*, s.seen_at from tracking.unknown_code c
                left join tracking.unknown_code_seen s on s.code_id = c.id and s.tenant_id = :tenant
                order by s.seen_at is not null, c.last_at desc limit :most
                """)
                .param("tenant", tenantId.value())
                .param("most", MOST)
                .query((row, n) -> new UnknownSeen(
                        row.getLong("id"),
                        row.getString("source"),
                        new CarrierId(row.getString("carrier")),
                        row.getString("code"),
                        row.getString("text"),
                        row.getLong("times"),
                        Sql.moment(row, "last_at"),
                        Sql.instant(row, "seen_at")))
                .list();
    }

    List<Doubt> doubts(MallId tenantId) {
        return jdbc.sql("""
                select w.carrier, w.tracking_number, w.likely_carrier
                from tracking.watch w
                join tracking.shipment s on s.id = w.shipment_id
                where w.likely_carrier is not null and s.tenant_id = :tenant
                order by w.shipment_id desc limit :most
                """)
                .param("tenant", tenantId.value())
                .param("most", MOST)
                .query((row, n) -> new Doubt(
                        new CarrierId(row.getString("carrier")),
                        new TrackingNumber(row.getString("tracking_number")),
                        new CarrierId(row.getString("likely_carrier"))))
                .list();
    }
}
