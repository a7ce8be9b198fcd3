package kr.dochak.benchmarks.causes;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.benchmarks.causes.LatePromises.Late;
import kr.dochak.benchmarks.server.Database;
import org.jspecify.annotations.Nullable;

/** What stood on the board at each look, with the promises behind each line. */
final class Board {

    /** Of a board without situations a line of fewer promises is a line and no situation. */
    private static final int LEAST = 5;

    /** So many lines a board shows. */
    private static final int LINES = 8;

    /** One line at one moment; a situation stays the same one by its id, whatever it grows to. */
    record Line(Instant at, String id, String what, Set<Long> promises) {}

    private final @Nullable Database database;
    private final List<Instant> looks = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private Board(@Nullable Database database) {
        this.database = database;
    }

    static Board of(Database database) {
        return new Board(database);
    }

    List<Line> lines() {
        return lines;
    }

    /** Looks at the product's board. */
    void look(Instant at) throws SQLException {
        looks.add(at);
        for (Map<String, @Nullable Object> row :
                Objects.requireNonNull(database).rows("""
                select s.id, s.kind || ' ' || s.carrier || ' ' || s.place || '→' || s.toward || ' ' || s.id as what,
                       array_agg(m.promise_id) as promises
                from promise.situation s join promise.situation_promise m on m.situation_id = s.id
                where s.ended_at is null group by s.id
                """)) {
            Array ids = (Array) row.get("promises");
            if (ids != null) {
                lines.add(new Line(at, String.valueOf(row.get("id")), String.valueOf(row.get("what")), Set.of((Long[])
                        ids.getArray())));
            }
        }
    }

    /** The board of before at the same moments: late promises together by cause, place and carrier, the largest lines. */
    Board former(Collection<Late> late) {
        Board former = new Board(null);
        for (Instant at : looks) {
            Map<String, Set<Long>> together = late.stream()
                    .filter(each -> !each.foundAt().isAfter(at))
                    .filter(each -> each.way().settledAt() == null
                            || each.way().settledAt().isAfter(at))
                    .collect(Collectors.groupingBy(
                            each -> each.former().cause() + " " + each.way().carrier() + " "
                                    + each.way().placeAt(at),
                            Collectors.mapping(Late::id, Collectors.toSet())));
            together.entrySet().stream()
                    .filter(each -> each.getValue().size() >= LEAST)
                    .sorted(Comparator.comparing((Map.Entry<String, Set<Long>> each) ->
                                    each.getValue().size())
                            .reversed())
                    .limit(LINES)
                    .forEach(each -> former.lines.add(new Line(at, each.getKey(), each.getKey(), each.getValue())));
        }
        return former;
    }
}
