package kr.dochak.benchmarks.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** Two months of made-up deliveries, so that there is a model: carriers and areas differ, the rest is chance. */
public final class PastDeliveries {

    private PastDeliveries() {}

    /** Writes deliveries that all ended before {@code end}. */
    public static void write(String databaseUrl, int deliveries, Instant end) throws SQLException {
        try (Connection connection = DriverManager.getConnection(databaseUrl);
                PreparedStatement insert = connection.prepareStatement("""
                        insert into promise.promise
                            (tenant_id, order_id, open_lines, person_id, origin, destination, carrier, total_won,
                             confirmed_at, promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage,
                             stage_at, picked_up_at, state, delivered_at, settled_at)
                        select 1, 2000000000 + i, 1, 1, '인천', destination, carrier, 40000, confirmed, confirmed, arrived,
                               false, arrived, arrived, arrived, '["LANE_DEFAULT", "*", "*"]', arrived, 'OUT_FOR_DELIVERY', arrived, picked,
                               'KEPT', arrived, arrived
                        from generate_series(1, ?) i
                        cross join lateral (select
                            (array['서울', '부산', '제주', '경기', '대구', '광주', '강원'])[1 + i % 7] as destination,
                            (array['kr.cjlogistics', 'kr.hanjin', 'kr.lotte'])[1 + i % 3] as carrier,
                            ?::timestamptz - interval '70 days' + i * interval '60 days' / ? as confirmed) way
                        cross join lateral (select confirmed + interval '5 hours'
                            + (abs(hashint4(i)::bigint) % 180) * interval '1 minute' as picked) taken
                        cross join lateral (select picked + (12 + 7 * (i % 7) + 9 * (i % 3)
                            + abs(hashint4(i + 7)::bigint) % 12) * interval '1 hour' as arrived) came
                        """)) {
            insert.setInt(1, deliveries);
            insert.setString(2, end.toString());
            insert.setInt(3, deliveries);
            insert.executeUpdate();
        }
    }
}
