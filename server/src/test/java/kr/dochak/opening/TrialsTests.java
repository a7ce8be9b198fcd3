package kr.dochak.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kr.dochak.ProductTest;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffMember;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SET-2: a test order goes the whole way, and leaves no trace in what is counted or learned. */
@ProductTest
class TrialsTests {

    @Autowired
    Trials trials;

    @Autowired
    World world;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void SET_2_a_test_order_comes_through_and_is_in_no_figure() {
        StaffMember admin = StaffFixture.of(jdbc, "admin@dochak.example");
        long kept = jdbc.sql("select coalesce(sum(kept + missed), 0) from insight.kept_day")
                .query(Long.class)
                .single();
        Trials.Begin begun = trials.begin(admin, "", "ko");
        assertThat(begun).isInstanceOf(Trials.Begin.Begun.class);
        assertThat(trials.begin(admin, "", "ko")).isInstanceOf(Trials.Begin.UnderWay.class);
        long id = ((Trials.Begin.Begun) begun).id();
        for (int i = 0;
                i < 40 && trials.find(admin.tenantId(), id).orElseThrow().isUnderWay();
                i++) {
            world.advance(clock.instant().plusSeconds(30), Duration.ofSeconds(5));
        }
        Trial trial = trials.find(admin.tenantId(), id).orElseThrow();
        assertThat(trial.reached()).containsKeys(TrialStation.DELIVERED);
        assertThat(jdbc.sql("select count(*) from promise.outcome where carrier = 'test.dochak'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select coalesce(sum(kept + missed), 0) from insight.kept_day")
                        .query(Long.class)
                        .single())
                .isEqualTo(kept);
    }
}
