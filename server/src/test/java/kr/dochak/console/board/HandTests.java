package kr.dochak.console.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dochak.pages.BoardLine;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.causes.Situation;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.carriers.health.CarrierAlarm.Down;
import kr.dochak.tracking.carriers.health.CarrierAlarm.Unknown;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** INS-1: what comes first on the board. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HandTests {

    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");

    @Test
    void delays_and_alarms_are_one_list_the_heaviest_first_and_of_equals_the_oldest() {
        List<BoardLine> hands = BoardRanking.ranked(
                        List.of(delays(412, 60), delays(3, 10), unknown(40, 5), down(3, 90), down(500, 1)), 8)
                .first();

        assertThat(hands).extracting(BoardLine::weight).containsExactly(500L, 412L, 40L, 3L, 3L);
        assertThat(hands.get(3)).isInstanceOf(AlarmLines.Line.class);
    }

    @Test
    void a_light_alarm_is_not_pushed_out_by_delays_and_many_alarms_push_no_delay_out() {
        List<BoardLine> delays = IntStream.rangeClosed(1, 8)
                .<BoardLine>mapToObj(n -> delays(100 * n, n))
                .toList();

        assertThat(BoardRanking.ranked(with(delays, down(0, 5)), 8).first())
                .hasSize(8)
                .last()
                .isInstanceOf(AlarmLines.Line.class);
        assertThat(BoardRanking.ranked(with(delays, down(1, 1), down(2, 1), unknown(3, 1), unknown(4, 1)), 8)
                        .first())
                .filteredOn(hand -> hand instanceof DelayLines.Line)
                .hasSize(5);
    }

    @Test
    void what_the_board_has_no_room_for_waits_behind_it_and_nothing_is_left_out() {
        List<BoardLine> delays = IntStream.rangeClosed(1, 8)
                .<BoardLine>mapToObj(n -> delays(100 * n, n))
                .toList();
        List<BoardLine> all = with(delays, down(1, 1), down(1, 1), unknown(3, 1), unknown(4, 1));

        BoardRanking.Ranked ranked = BoardRanking.ranked(all, 8);

        assertThat(ranked.rest()).extracting(BoardLine::weight).containsExactly(300L, 200L, 100L, 1L);
        assertThat(Stream.of(ranked.first(), ranked.rest()).flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    private static List<BoardLine> with(List<BoardLine> delays, BoardLine... alarms) {
        return Stream.concat(delays.stream(), Stream.of(alarms)).toList();
    }

    private static BoardLine delays(long promises, int minutesAgo) {
        return new DelayLines.Line(new Situation(
                0,
                Situation.Kind.LINE,
                DelayCause.HUB_BACKLOG,
                "kr.cjlogistics",
                "옥천HUB",
                "",
                promises,
                ago(minutesAgo),
                null,
                null,
                null,
                null));
    }

    private static BoardLine unknown(long times, int minutesAgo) {
        return new AlarmLines.Line(
                new Unknown(new CarrierId("kr.lotte"), "롯데택배", "77", "무인함 보관", 1, times, ago(minutesAgo)));
    }

    private static BoardLine down(long waiting, int minutesAgo) {
        return new AlarmLines.Line(new Down("hanjin", "한진택배", true, "http-502", waiting, ago(minutesAgo)));
    }

    private static Instant ago(int minutes) {
        return NOW.minusSeconds(minutes * 60L);
    }
}
