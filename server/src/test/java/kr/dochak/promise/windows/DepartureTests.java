package kr.dochak.promise.windows;

import static kr.dochak.promise.windows.Rules.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import kr.dochak.promise.windows.DeparturePlan.Lead;
import kr.dochak.promise.windows.DeparturePlan.Moment;
import kr.dochak.shared.MallId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-1: when a parcel is ready and handed over. Orders until 14:00 leave at 18:00; on Sundays 한진 rests, and the mall. */
class DepartureTests {

    private static final long MALL = 7;

    @ParameterizedTest(name = "{0} {1}: {2}, {3}")
    @CsvSource(delimiter = '|', textBlock = """
            CJ   | 월 09:59 | WAITS    | 월 18:00
            CJ   | 월 10:00 | HURRIES  | 월 18:00
            CJ   | 월 14:00 | HURRIES  | 월 18:00
            CJ   | 월 14:01 | WAITS    | 화 18:00
            한진 | 토 14:01 | WAITS    | 다음 월 18:00
            none | 월 11:00 | ANY_TIME | 월 11:00
            """)
    void an_order_waits_for_its_tour_or_hurries_to_it(String carrier, String ordered, Lead lead, String planned) {
        DeparturePlan plan = plan(carrier, ordered);
        assertThat(plan.lead()).isEqualTo(lead);
        assertThat(plan.handover()).isEqualTo(at(planned));
    }

    /** A mall whose parcels are taken from an hour early to three hours late; far back ones are ready by the morning. */
    @ParameterizedTest(name = "{0} {1} by {2} parcels: ready {3}, handed over {4}")
    @CsvSource(delimiter = '|', textBlock = """
            CJ   | 월 16:00 | 0    | 화 09:00/화 12:00/화 16:00       | 화 17:00/화 18:00/화 20:00       | default
            CJ   | 월 16:00 | 19   | 화 09:00/화 12:00/화 16:00       | 화 17:00/화 18:00/화 20:00       | default
            CJ   | 월 16:00 | 50   | 화 09:30/화 11:30/화 14:30       | 화 17:00/화 18:30/화 20:30       | mall, 50 parcels
            CJ   | 월 16:00 | 450  | 화 09:54/화 11:06/화 13:18       | 화 17:00/화 18:54/화 20:54       | mall, 450 parcels
            CJ   | 월 13:00 | 0    | 월 13:30/월 14:30/월 16:00       | 월 17:00/월 18:00/월 20:00       | default
            CJ   | 토 16:00 | 0    | 다음 월 09:00/다음 월 12:00/다음 월 16:00 | 다음 월 17:00/다음 월 18:00/다음 월 20:00 | default
            한진 | 토 16:00 | 0    | 다음 월 09:00/다음 월 12:00/다음 월 16:00 | 다음 월 17:00/다음 월 18:00/다음 월 20:00 | default
            none | 월 11:00 | 0    | 월 15:00/화 11:00/목 11:00       | 월 23:00/수 11:00/토 11:00       | default
            """)
    void its_clocks_are_the_malls_own_the_more_it_has_to_tell(
            String carrier, String ordered, int parcels, String ready, String handover, String basis) {
        Departure departure =
                table(parcels).expected(new MallId(MALL), plan(carrier, ordered), Rules.calendar(carrier));
        assertThat(moments(departure.ready())).containsExactlyElementsOf(Rules.all(ready));
        assertThat(moments(departure.handover())).containsExactlyElementsOf(Rules.all(handover));
        assertThat(departure.handover().basis().inEnglish()).isEqualTo(basis);
    }

    @ParameterizedTest(name = "at {0}, there from {1}: ready {2}, handed over {3}")
    @CsvSource(delimiter = '|', textBlock = """
            화 08:00 | 수 10:00/수 15:00/수 20:00 | 화 09:00/화 12:00/화 16:00 | 화 17:00/화 18:00/화 20:00
            화 13:00 | 수 10:00/수 15:00/수 20:00 | 화 13:00/화 13:00/화 16:00 | 화 17:00/화 18:00/화 20:00
            화 19:00 | 수 10:00/수 15:00/수 20:00 | 화 19:00/화 19:00/화 19:00 | 화 19:00/화 19:00/화 20:00
            화 23:00 | 수 10:00/수 15:00/수 20:00 | 화 23:00/화 23:00/화 23:00 | 화 23:00/화 23:00/화 23:00
            화 08:00 | 화 11:00/화 15:00/화 19:00 | 화 09:00/화 12:00/화 16:00 | 화 11:00/화 15:00/화 19:00
            화 08:00 | 화 08:30/화 10:00/화 11:00 | 화 08:30/화 10:00/화 11:00 | 화 08:30/화 10:00/화 11:00
            """)
    void ready_comes_before_handed_over_before_there_and_nothing_before_now(
            String now, String arrival, String ready, String handover) {
        Departure departure = table(0).expected(new MallId(MALL), plan("CJ", "월 16:00"), Rules.CJ)
                .within(window(arrival), at(now));
        assertThat(moments(departure.ready())).containsExactlyElementsOf(Rules.all(ready));
        assertThat(moments(departure.handover())).containsExactlyElementsOf(Rules.all(handover));
    }

    private static DeparturePlan plan(String carrier, String ordered) {
        return DeparturePlan.of(at(ordered), Rules.CUTOFF, Rules.calendar(carrier));
    }

    private static DepartureTable table(int parcels) {
        Map<DepartureTable.Key, DepartureTable.Row> rows = new HashMap<>(Rules.DEPARTURES.rows());
        rows.put(
                new DepartureTable.Key(new MallId(MALL), Lead.WAITS, Moment.READY),
                Rules.departed(parcels, -480, -420, -300));
        rows.put(
                new DepartureTable.Key(new MallId(MALL), Lead.WAITS, Moment.HANDOVER),
                Rules.departed(parcels, -60, 60, 180));
        return new DepartureTable(rows);
    }

    private static Window window(String said) {
        var moments = Rules.all(said);
        return new Window(moments.get(0), moments.get(1), moments.get(2), WindowBasis.none());
    }

    private static Iterable<Instant> moments(Window window) {
        return Stream.of(window.p10(), window.p50(), window.p90()).toList();
    }
}
