package kr.dochak.console;

import java.sql.Date;
import java.time.LocalDate;
import kr.dochak.shared.Seoul;
import kr.dochak.time.WorldClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Twelve weeks of counted windows on forty lanes with four carriers, of which one became slower: enough to fill the pages.
 */
record WindowHistory(JdbcClient jdbc, long tenantId, WorldClock clock) {

    void happen() {
        LocalDate today = Seoul.dateOf(clock.instant());
        jdbc.sql("""
                insert into promise.window_day
                    (tenant_id, day, stage, carrier, origin, destination, told, inside, early, late, late_of_promise,
                     width_seconds, error_seconds, pinball90_seconds)
                select :tenant, :today::date - d, stage, carrier, origin, destination, told, inside, (told - inside) / 3,
                       told - inside - (told - inside) / 3, (told - inside) / 2, told * width, told * width / 5, told * 3000
                from (select d, stage, carrier, origin, destination, 4 + (d * 7 + length(carrier) * 3 + o * 5 + a) % 9 as told,
                             case stage when 'ORDER' then 86000 else 40000 end + (84 - d) * -200 as width,
                             round((4 + (d * 7 + length(carrier) * 3 + o * 5 + a) % 9)
                                 * case when carrier = 'kr.lotte' and d < 12 then .55
                                        else .78 + .06 * sin(d / 6.0 + o) end)::int as inside
                      from generate_series(1, 84) as s (d)
                      cross join unnest(array['ORDER', 'HANDOVER']) as t (stage)
                      cross join unnest(array['kr.cjlogistics', 'kr.hanjin', 'kr.lotte', 'kr.epost']) as c (carrier)
                      cross join unnest(array['인천', '경기', '부산', '대전']) with ordinality as o (origin, o)
                      cross join unnest(array['서울', '경기', '부산', '대구', '광주', '강원', '제주', '전북', '울산', '세종'])
                          with ordinality as e (destination, a)) each
                on conflict do nothing
                """)
                .param("tenant", tenantId)
                .param("today", Date.valueOf(today))
                .update();
        jdbc.sql("""
                insert into promise.window_cause (tenant_id, day, carrier, origin, destination, cause, place, promises)
                select :tenant, :today::date - 1, 'kr.lotte', origin, destination, cause, place, promises
                from (values ('경기', '경기', 'HUB_BACKLOG', '옥천HUB', 5), ('경기', '경기', 'LINE_HAUL', '', 2),
                             ('대전', '서울', 'WEATHER', '대전HUB', 3), ('부산', '강원', 'LAST_MILE', '춘천B', 1))
                    as v (origin, destination, cause, place, promises)
                on conflict do nothing
                """)
                .param("tenant", tenantId)
                .param("today", Date.valueOf(today))
                .update();
        jdbc.sql("""
                insert into promise.drift
                    (tenant_id, kind, carrier, origin, destination, stage, since, told, inside, opened_at)
                select :tenant, kind, carrier, '', '', stage, :today::date - 4, 2210, 1216, :today::date
                from (values ('CARRIER', 'kr.lotte', 'ORDER'), ('ALL', '', 'HANDOVER')) as v (kind, carrier, stage)
                on conflict do nothing
                """)
                .param("tenant", tenantId)
                .param("today", Date.valueOf(today))
                .update();
        jdbc.sql("""
                insert into promise.lane (carrier, origin, destination, stage, deliveries, q10, q50, q90, version)
                select '*', '부산', destination, stage, 900 - 7 * a, q10, q50 + 900 * a, q90 + 2000 * a, 1
                from unnest(array['서울', '경기', '부산', '대구', '광주', '강원', '제주', '전북', '울산', '세종'])
                         with ordinality as e (destination, a)
                cross join (values ('ORDERED', 52000, 74000, 108000), ('PICKED_UP', 44000, 66000, 91000),
                                   ('OUT_FOR_DELIVERY', 5400, 14400, 28800)) as s (stage, q10, q50, q90)
                on conflict do nothing
                """).update();
        hubs(today);
    }

    /** Five weeks of stays at hubs, of which one is jammed for a week, and what the page shows of them. */
    private void hubs(LocalDate today) {
        jdbc.sql("""
                insert into tracking.hub_stay (day, carrier, place, quarters, parcels)
                select :today::date - d, carrier, place,
                       q * case when place = '옥천HUB' and d <= 7 then 3 else 1 end, 40 - q - length(place)
                from generate_series(1, 35) as s (d)
                cross join (values ('kr.cjlogistics', '옥천HUB'), ('kr.cjlogistics', '곤지암HUB'), ('kr.hanjin', '대전HUB'),
                                   ('kr.lotte', '진천HUB'), ('kr.cjlogistics', '강남SUB')) as h (carrier, place)
                cross join generate_series(8, 24, 4) as e (q)
                on conflict do nothing
                """).param("today", Date.valueOf(today)).update();
        jdbc.sql("""
                insert into tracking.hub_dwell (carrier, place, parcels, p50, p90, usual_parcels, usual_p50, usual_p90)
                values ('kr.cjlogistics', '옥천HUB', 12480, 735, 1095, 49800, 255, 375),
                       ('kr.cjlogistics', '곤지암HUB', 11204, 240, 375, 48112, 255, 375),
                       ('kr.hanjin', '대전HUB', 9043, 270, 360, 36022, 255, 360),
                       ('kr.lotte', '진천HUB', 8120, 225, 345, 0, 0, 0),
                       ('kr.cjlogistics', '강남SUB', 640, 75, 135, 2411, 90, 150)
                on conflict do nothing
                """).update();
    }
}
