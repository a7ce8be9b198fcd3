package kr.dochak.promise.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.TestDatabase;
import kr.dochak.database.Sql;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AtRiskTests {

    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    /** A window of 10, 12 and 14 o'clock. */
    private static final Window WINDOW = new Window(hour(10), hour(12), hour(14), WindowBasis.none());

    @ParameterizedTest(name = "promised for {0}: late with {1}, at risk {2}")
    @CsvSource({
        "8,    1,     true",
        "9,    .95,   true",
        "10,   .9,    true",
        "10.5, .8,    true",
        "12,   .5,    true",
        "13,   .3,    true",
        "13.9, .12,   true",
        "14,   .1,    false",
        "15,   .05,   false",
        "16,   0,     false",
        "20,   0,     false"
    })
    void PRM_4_a_promise_is_at_risk_when_it_breaks_oftener_than_one_time_in_ten(
            double promised, double late, boolean atRisk) {
        assertThat(WINDOW.chanceAfter(hour(promised))).isCloseTo(late, within(1e-9));
        assertThat(WINDOW.isAtRisk(hour(promised))).isEqualTo(atRisk);
        assertThat(WINDOW.chanceAfter(hour(promised)) > .1).isEqualTo(atRisk);
    }

    @Test
    void the_quarters_lie_on_the_same_lines() {
        assertThat(WINDOW.chanceAfter(WINDOW.p25())).isCloseTo(.75, within(1e-9));
        assertThat(WINDOW.chanceAfter(WINDOW.p75())).isCloseTo(.25, within(1e-9));
    }

    @Test
    void PRM_4_the_database_says_the_same_of_what_is_open_and_has_no_delay_yet() {
        String url = TestDatabase.freshUrl();
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("classpath:db/migration/promise")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
        Duration instant = Duration.ofNanos(1_000);
        for (Instant promised :
                List.of(hour(9), hour(13), hour(14).minus(instant), hour(14), hour(14).plus(instant), hour(20))) {
            assertThat(atRisk(jdbc, promised)).isEqualTo(WINDOW.isAtRisk(promised));
        }
        assertThat(jdbc.sql(
                                "select count(*) from promise.promise where promise.at_risk(state, found_at, p90, promised_to) and (state <> 'OPEN' or found_at is not null)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Of an open promise; one that is kept and one that is late already are written beside it. */
    private static boolean atRisk(JdbcClient jdbc, Instant promised) {
        return jdbc.sql("""
                insert into promise.promise
                    (tenant_id, order_id, open_lines, person_id, origin, destination, carrier, total_won, confirmed_at,
                     promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at, state, settled_at,
                     delay_kind, found_at)
                select 1, nextval(pg_get_serial_sequence('promise.promise', 'id')), 1, 1, '인천', '서울', 'kr.hanjin', 20000,
                       :start, :promised, :promised, false, :p10, :p50, :p90, '["SLOT"]', :p50, 'ORDERED', :start, state,
                       case when state = 'KEPT' then :start::timestamptz end, kind,
                       case when kind is not null then :start::timestamptz end
                from (values (1, 'OPEN', null), (2, 'KEPT', null), (3, 'OPEN', 'PREDICTED')) as v (n, state, kind)
                order by n
                returning promise.at_risk(state, found_at, p90, promised_to)
                """)
                .param("start", Sql.at(START))
                .param("promised", Sql.at(promised))
                .param("p10", Sql.at(WINDOW.p10()))
                .param("p50", Sql.at(WINDOW.p50()))
                .param("p90", Sql.at(WINDOW.p90()))
                .query(Boolean.class)
                .list()
                .getFirst();
    }

    private static Instant hour(double hour) {
        return START.plusMillis(Math.round(hour * 3_600_000));
    }
}
