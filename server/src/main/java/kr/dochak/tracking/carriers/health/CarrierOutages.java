package kr.dochak.tracking.carriers.health;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which carriers say nothing for now, and since when (TRK-5). */
@Repository
class CarrierOutages {

    private final JdbcClient jdbc;

    CarrierOutages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes who is silent now, by their last word; answers those who were not before. */
    Set<CarrierId> note(Map<CarrierId, Instant> silent, Instant now) {
        jdbc.sql("""
                update tracking.carrier_outage set cleared_at = :now
                where cleared_at is null and not carrier = any(:silent)
                """)
                .param("now", Sql.at(now))
                .param("silent", Sql.texts(silent.keySet(), CarrierId::value))
                .update();
        return silent.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("""
                        insert into tracking.carrier_outage (carrier, since, opened_at)
                        select u.carrier, u.since, :now from unnest(:carriers::text[], :since::timestamptz[]) as u (carrier, since)
                        order by u.carrier
                        on conflict (carrier) where cleared_at is null do nothing
                        returning carrier
                        """)
                        .param("now", Sql.at(now))
                        .param("carriers", Sql.texts(silent.keySet(), CarrierId::value))
                        .param("since", Sql.instants(silent.values(), since -> since))
                        .query((row, n) -> new CarrierId(row.getString("carrier")))
                        .list());
    }
}
