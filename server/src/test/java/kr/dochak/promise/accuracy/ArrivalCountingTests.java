package kr.dochak.promise.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.ProductTest;
import kr.dochak.database.Sql;
import kr.dochak.shared.Seoul;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PRM-3: on which delivery day parcels came, counted from the middle's day of the window their order was given. */
@ProductTest
class ArrivalCountingTests {

    private static final AtomicLong TENANTS = new AtomicLong(9_170_000);

    /** 한진 rests on Sundays. */
    private static final LocalDate FRIDAY = LocalDate.of(2019, 5, 10);

    private static final LocalTime NOON = LocalTime.of(12, 0);

    @Autowired
    private DayCounting counting;

    @Autowired
    private JdbcClient jdbc;

    private final long tenant = TENANTS.incrementAndGet();

    /** So many with a window on Friday that came some days later. */
    private void came(String destination, int count, int daysLater) {
        new Deliveries(jdbc, tenant).come(FRIDAY, "kr.hanjin", destination, count, NOON);
        jdbc.sql("""
                update promise.promise set delivered_at = :at
                where id in (select id from promise.promise where tenant_id = :tenant and destination = :destination
                             order by id desc limit :count)
                """)
                .param("at", Sql.at(Seoul.instant(FRIDAY.plusDays(daysLater), NOON)))
                .param("tenant", tenant)
                .param("destination", destination)
                .param("count", count)
                .update();
    }

    private List<String> counted(String destination) {
        return jdbc.sql("""
                select day || ' ' || spread || ' ' || days_after || ' ' || deliveries from promise.arrival_day
                where destination = :destination order by day, days_after
                """)
                .param("destination", destination)
                .query(String.class)
                .list();
    }

    @Test
    void PRM_3_sundays_on_which_nobody_delivers_are_no_days() {
        came("ㄱ도", 7, 0);
        came("ㄱ도", 3, 1);
        came("ㄱ도", 2, 3);
        for (int n = 0; n < 4; n++) {
            counting.count(FRIDAY.plusDays(n), FRIDAY.plusDays(9));
        }
        assertThat(counted("ㄱ도")).containsExactly("2019-05-10 0 0 7", "2019-05-11 0 1 3", "2019-05-13 0 2 2");
        counting.count(FRIDAY, FRIDAY.plusDays(9));
        assertThat(counted("ㄱ도")).as("counted again, counted once").hasSize(3);
    }

    @Test
    void PRM_3_what_came_early_or_on_a_day_of_rest_counts_where_it_could_be_promised() {
        came("ㄴ도", 4, -1);
        came("ㄴ도", 1, 2);
        for (int n = -1; n < 4; n++) {
            counting.count(FRIDAY.plusDays(n), FRIDAY.plusDays(9));
        }
        assertThat(counted("ㄴ도")).containsExactly("2019-05-09 0 -1 4", "2019-05-12 0 2 1");
    }
}
