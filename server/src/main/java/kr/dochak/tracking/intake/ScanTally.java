package kr.dochak.tracking.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kr.dochak.database.Sql;
import kr.dochak.shared.Moments;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.Scan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the scans that carriers send by themselves, by carrier and hour, so that one that falls silent is seen. Counted in
 * memory and written now and then: a count that a crash takes along is no loss.
 */
@Component
class ScanTally implements Ticking {

    private static final Cadence CADENCE = Cadence.every(Duration.ofSeconds(10));
    private static final Duration KEPT = Duration.ofDays(21);

    /** Names that nobody knows are counted too, but a caller gone wild must not fill the memory. */
    private static final int MOST_CARRIERS = 500;

    private record Key(String carrier, Instant hour) {}

    private record Count(long scans, Instant last) {

        private Count plus(Count other) {
            return new Count(scans + other.scans, Moments.later(last, other.last));
        }
    }

    private record Row(Key key, Count count) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Map<Key, Count> counts = new ConcurrentHashMap<>();

    ScanTally(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Scans that were taken in just now. */
    void count(List<Scan> scans) {
        Instant now = clock.instant();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        int from = 0;
        for (int i = 1; i <= scans.size(); i++) { // a request nearly always speaks of one carrier
            if (i == scans.size()
                    || !scans.get(i).carrier().equals(scans.get(from).carrier())) {
                count(new Key(scans.get(from).carrier().value(), hour), new Count(i - from, now));
                from = i;
            }
        }
    }

    private void count(Key key, Count count) {
        if (counts.size() < MOST_CARRIERS || counts.containsKey(key)) {
            counts.merge(key, count, Count::plus);
        }
    }

    @Override
    public boolean isEverywhere() {
        return true;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        List<Row> rows = new ArrayList<>();
        for (Key key : counts.keySet()) {
            Count count = counts.remove(key);
            if (count != null) {
                rows.add(new Row(key, count));
            }
        }
        if (!rows.isEmpty()) {
            write(rows);
            forget(now.minus(KEPT));
        }
        return false;
    }

    private void write(List<Row> rows) {
        jdbc.sql("""
                insert into tracking.heard (carrier, hour, scans, last_at)
                select carrier, hour, scans, last_at
                from unnest(:carriers::text[], :hours::timestamptz[], :scans::bigint[], :lasts::timestamptz[])
                     as u (carrier, hour, scans, last_at)
                order by carrier, hour
                on conflict (carrier, hour) do update
                set scans = heard.scans + excluded.scans, last_at = greatest(heard.last_at, excluded.last_at)
                """)
                .param("carriers", Sql.texts(rows, row -> row.key().carrier()))
                .param("hours", Sql.instants(rows, row -> row.key().hour()))
                .param("scans", Sql.longs(rows, row -> row.count().scans()))
                .param("lasts", Sql.instants(rows, row -> row.count().last()))
                .update();
    }

    private void forget(Instant before) {
        jdbc.sql("delete from tracking.heard where hour < :before")
                .param("before", Sql.at(before))
                .update();
    }
}
