package kr.dochak.console.board;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import kr.dochak.pages.BoardLine;

/** Which lines the board shows, and in what order (INS-1). */
final class BoardRanking {

    /** At most so many of the lines are about what is outside: delays must not be pushed out. */
    private static final int MOST_ALARMS = 3;

    private static final Comparator<BoardLine> HEAVIEST =
            Comparator.comparingLong(BoardLine::weight).reversed().thenComparing(BoardLine::since);

    private BoardRanking() {}

    /**
     * Lines in the order of the board.
     *
     * @param first what is shown at once
     * @param rest what waits behind a click; nothing is left out
     */
    record Ranked(List<BoardLine> first, List<BoardLine> rest) {}

    /** The heaviest first, then the oldest; alarms keep their places however many other lines there are. */
    static Ranked ranked(Collection<BoardLine> lines, int most) {
        List<BoardLine> all = lines.stream().sorted(HEAVIEST).toList();
        List<BoardLine> alarms =
                all.stream().filter(BoardLine::alarm).limit(MOST_ALARMS).toList();
        Set<BoardLine> first = Collections.newSetFromMap(new IdentityHashMap<>());
        first.addAll(alarms);
        all.stream().filter(line -> !line.alarm()).limit(most - alarms.size()).forEach(first::add);
        return new Ranked(
                all.stream().filter(first::contains).toList(),
                all.stream().filter(line -> !first.contains(line)).toList());
    }
}
