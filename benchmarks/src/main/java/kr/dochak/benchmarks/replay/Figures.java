package kr.dochak.benchmarks.replay;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.benchmarks.server.Database;
import org.jspecify.annotations.Nullable;

/** What the server made of the history, read from its database: each section a name and its rows. */
final class Figures {

    private static final Map<String, String> SECTIONS = sections();

    private Figures() {}

    static Map<String, List<Map<String, @Nullable Object>>> of(Database database) throws SQLException {
        Map<String, List<Map<String, @Nullable Object>>> figures = new LinkedHashMap<>();
        for (Map.Entry<String, String> section : SECTIONS.entrySet()) {
            figures.put(section.getKey(), database.rows(section.getValue()));
        }
        return figures;
    }

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("taken in", """
                select (select count(*) from orders.customer_order) as orders,
                       (select count(*) from identity.person) as customers,
                       (select count(*) from tracking.shipment) as shipments,
                       (select count(*) from tracking.scan) as scans,
                       (select count(*) from tracking.parked_scan) as parked
                """);
        sections.put("windows given", """
                select source, count(*) as windows, count(distinct promise_id) as promises
                from promise.ledger group by source order by windows desc
                """);
        sections.put("promises", """
                select state, count(*) as promises, count(found_at) as delay_found,
                       count(*) filter (where found_at < promised_to) as found_before_end,
                       count(*) filter (where found_at < promised_to - interval '24 hours') as found_a_day_before_end
                from promise.promise group by state order by state
                """);
        sections.put("delays by kind and cause", """
                select delay_kind as kind, delay_cause as cause, count(*) as delays,
                       count(*) filter (where state = 'MISSED') as missed,
                       count(*) filter (where state = 'KEPT') as kept_after_all,
                       count(*) filter (where state = 'OPEN') as still_open
                from promise.promise where found_at is not null group by 1, 2 order by delays desc
                """);
        sections.put("found after it was certain, in seconds of the world's time", """
                select delay_kind as kind, count(*) as delays,
                       percentile_disc(0.5) within group (order by late) as p50,
                       percentile_disc(0.99) within group (order by late) as p99, max(late) as max
                from (select delay_kind, round(extract(epoch from found_at - certain_at)) as late
                      from promise.promise where found_at is not null) d
                group by rollup (delay_kind) order by delays desc
                """);
        sections.put("messages", """
                select kind, state, count(*) as messages from messaging.notice group by kind, state order by 3 desc
                """);
        sections.put("grants by rule", """
                select rule_id as rule, kind, count(*) as grants, sum(worth_won) as won
                from compensation.grant_decision group by rule_id, kind order by grants desc
                """);
        sections.put("cases", """
                select type, status, count(*) as cases from care.support_case group by type, status order by 3 desc
                """);
        return sections;
    }
}
