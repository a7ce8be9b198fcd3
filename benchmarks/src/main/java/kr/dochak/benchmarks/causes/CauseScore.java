package kr.dochak.benchmarks.causes;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import kr.dochak.benchmarks.causes.LatePromises.Late;
import kr.dochak.benchmarks.causes.LatePromises.Said;
import org.jspecify.annotations.Nullable;

/** How often the cause and the place that were given are the true ones. */
final class CauseScore {

    private static final double CAUSES = .90;
    private static final double PLACES = .85;

    private final LatePromises promises;

    CauseScore(LatePromises promises) {
        this.promises = promises;
    }

    void print(PrintStream out) {
        List<Late> judged = promises.missed().stream()
                .filter(late -> !late.truth().isEmpty())
                .toList();
        out.printf(
                "%n%,d late promises; of %,d the simulator took no hour from, and these are not judged%n",
                promises.missed().size(), promises.missed().size() - judged.size());
        share(out, "cause on the page in the end", judged, Late::last, Late::truth, CauseScore::isCause, CAUSES);
        share(out, "place on the page in the end", judged, Late::last, Late::truth, CauseScore::isPlace, PLACES);
        List<Late> notified = judged.stream()
                .filter(late -> late.first() != null && !late.truthByThen().isEmpty())
                .toList();
        out.printf("of what was lost by then:%n");
        share(out, "cause in the first notice", notified, Late::first, Late::truthByThen, CauseScore::isCause, CAUSES);
        share(out, "place in the first notice", notified, Late::first, Late::truthByThen, CauseScore::isPlace, PLACES);
        out.printf("the rule of before, in the same world:%n");
        share(out, "cause, never revised", judged, Late::former, Late::truth, FormerRule::isCause, CAUSES);
        share(out, "place, never revised", judged, Late::former, Late::truth, CauseScore::isPlace, PLACES);
        share(out, "cause by then", notified, Late::former, Late::truthByThen, FormerRule::isCause, CAUSES);
        confusion(out, judged);
    }

    private interface Judge {
        boolean isRight(Said said, Truth.Loss truth);
    }

    private static void share(
            PrintStream out,
            String what,
            List<Late> judged,
            Function<Late, @Nullable Said> said,
            Function<Late, List<Truth.Loss>> truth,
            Judge judge,
            double wanted) {
        long right = judged.stream()
                .filter(late -> {
                    Said given = said.apply(late);
                    return given != null && truth.apply(late).stream().anyMatch(loss -> judge.isRight(given, loss));
                })
                .count();
        double share = judged.isEmpty() ? 0 : (double) right / judged.size();
        out.printf("%s %-30s %.3f of %,d%n", share >= wanted ? "✓" : "✗", what, share, judged.size());
    }

    static boolean isCause(Said said, Truth.Loss truth) {
        return said.cause().equals(truth.cause());
    }

    /** Between two places either end is the place. */
    static boolean isPlace(Said said, Truth.Loss truth) {
        return said.place().equals(truth.place())
                || (!truth.toward().isEmpty() && said.place().equals(truth.toward()));
    }

    private static void confusion(PrintStream out, List<Late> judged) {
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        for (Late late : judged) {
            Truth.Loss truth = late.truth().getFirst();
            String kind = truth.incident().replaceFirst("-.*", "");
            boolean placed = isPlace(late.last(), truth);
            table.computeIfAbsent(truth.cause() + (kind.isEmpty() ? "" : " " + kind), unused -> new TreeMap<>())
                    .merge(late.last().cause() + (placed ? "" : " elsewhere"), 1, Integer::sum);
        }
        table.forEach((truth, said) -> out.printf("  %-24s %s%n", truth, said));
    }
}
