package kr.dochak.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.DeparturePlan.Lead;
import kr.dochak.promise.windows.DeparturePlan.Moment;
import kr.dochak.promise.windows.DepartureTable;
import kr.dochak.promise.windows.Rules;
import kr.dochak.promise.windows.Window;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.shared.MallId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** PRM-5: what was learned anew is used as a whole, or not yet. */
@ProductTest
class KnowledgeTests {

    private static final long MALL = 831;
    private static final Instant CONFIRMED = Rules.at("화 11:00");

    @Autowired
    KnowledgeRepository repository;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Transactional // undone: lanes and cut-offs would hold for every other test
    void a_look_that_has_begun_goes_on_with_what_it_began_with() {
        KnowledgeInUse inUse = new KnowledgeInUse(repository);
        Knowledge begun = inUse.current();
        List<Object> before = figures(begun);
        learnedAnew();
        inUse.reload();
        assertThat(figures(begun)).isEqualTo(before);
        assertThat(inUse.current()).isNotSameAs(begun).isSameAs(inUse.current());
        assertThat(figures(inUse.current()))
                .as("each of them of the next generation")
                .satisfies(after -> {
                    for (int i = 0; i < before.size(); i++) {
                        assertThat(after.get(i)).isNotEqualTo(before.get(i));
                    }
                });
    }

    /** One figure of each of the tables: the version of the lanes, a calendar, a cut-off and a departure. */
    private static List<Object> figures(Knowledge knowledge) {
        CarrierCalendar calendar = knowledge.calendarOf("kr.hanjin", "인천");
        Window window = new Window(CONFIRMED, CONFIRMED, CONFIRMED, WindowBasis.none());
        return List.of(
                knowledge.rule().version(window),
                calendar.deliversUntil(),
                knowledge.cutoffs().of(new MallId(MALL)).orderBy(),
                knowledge
                        .departures()
                        .rows()
                        .get(new DepartureTable.Key(new MallId(DepartureTable.ALL), Lead.WAITS, Moment.READY)));
    }

    private void learnedAnew() {
        for (String statement : List.of(
                """
                insert into promise.learning (only_row, version, learned_at) values (true, 9001, now())
                on conflict (only_row) do update set version = 9001
                """,
                "update promise.carrier_calendar set delivers_until = '23:30'",
                "delete from promise.tour_hours",
                "insert into promise.cutoff (tenant_id, order_by, fetched_at) values (831, '03:00', '04:00')",
                "update promise.departure_time set q10 = q10 - 1 where tenant_id = 0")) {
            jdbc.sql(statement).update();
        }
    }
}
