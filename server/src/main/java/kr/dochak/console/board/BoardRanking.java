package kr.dochak.console.board;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.pages.BoardLine;

/** Which lines the board shows, and in what order (INS-1). */
final class BoardRanking {

    /** At most so many of the lines are about what is outside: delays must not be pushed out. */
    private static final int MOST_ALARMS = 3;

    private static final Comparator<BoardLine> HEAVIEST =
            Comparator.comparingLong(BoardLine::weight).reversed().thenComparing(BoardLine::since);

    private BoardRanking() {}

    /** The heaviest first, then the oldest; alarms keep their places however many other lines there are. */
    static List<BoardLine> ranked(Collection<BoardLine> lines, int most) {
        List<BoardLine> alarms = lines.stream()
                .filter(BoardLine::alarm)
                .sorted(HEAVIEST)
                .limit(MOST_ALARMS)
                .toList();
        Stream<BoardLine> others = lines.stream().filter(line -> !line.alarm());
        return Stream.concat(others.sorted(HEAVIEST).limit(most - alarms.size()), alarms.stream())
                .sorted(HEAVIEST)
                .toList();
    }
}
