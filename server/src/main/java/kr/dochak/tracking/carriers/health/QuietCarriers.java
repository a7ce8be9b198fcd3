package kr.dochak.tracking.carriers.health;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.calendar.Calendars;
import kr.dochak.calendar.DeclaredDays;
import kr.dochak.calendar.Exceptions;
import kr.dochak.database.Sql;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Moments;
import kr.dochak.tracking.carriers.health.CarrierAlarm.Quiet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Carriers that send scans by themselves and have stopped (TRK-5). Nothing of it is stored: the next scan ends it. */
@Repository
class QuietCarriers {

    private record ScannedHour(CarrierId carrier, Instant hour, long scans, Instant last) {}

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final InstantSource clock;

    QuietCarriers(JdbcClient jdbc, Calendars calendars, InstantSource clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.clock = clock;
    }

    List<Quiet> alarms() {
        Instant now = clock.instant();
        Map<CarrierId, Map<Instant, Long>> byHour = new HashMap<>();
        Map<CarrierId, Instant> last = new HashMap<>();
        for (ScannedHour one : ofQuiet(now.minus(QuietRule.SHORTEST))) {
            byHour.computeIfAbsent(one.carrier, unused -> new HashMap<>()).put(one.hour, one.scans);
            last.merge(one.carrier, one.last, Moments::later);
        }
        DeclaredDays days = calendars.current();
        List<Quiet> quiet = new ArrayList<>();
        last.forEach((carrier, at) -> {
            Exceptions own = days.ofCarrier(carrier);
            long missing = QuietRule.missing(
                    byHour.getOrDefault(carrier, Map.of()),
                    at,
                    now,
                    day -> !own.isOpen(day, !days.nation().isHoliday(day)));
            if (missing >= QuietRule.FEWEST) {
                quiet.add(new Quiet(carrier, Carrier.nameOf(carrier), missing, at));
            }
        });
        return quiet;
    }

    private List<ScannedHour> ofQuiet(Instant before) {
        return jdbc.sql("""
                select h.carrier, h.hour, h.scans, h.last_at
                from tracking.heard h
                join (select carrier from tracking.heard group by carrier having max(last_at) < :before) q using (carrier)
                """)
                .param("before", Sql.at(before))
                .query((row, n) -> new ScannedHour(
                        new CarrierId(row.getString("carrier")),
                        Sql.moment(row, "hour"),
                        row.getLong("scans"),
                        Sql.moment(row, "last_at")))
                .list();
    }
}
