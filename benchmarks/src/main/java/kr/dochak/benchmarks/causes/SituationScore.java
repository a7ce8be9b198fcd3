package kr.dochak.benchmarks.causes;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.dochak.benchmarks.causes.Board.Line;
import kr.dochak.benchmarks.causes.LatePromises.Late;
import kr.dochak.benchmarks.causes.Truth.Incident;

/** Whether each incident appears as one situation, and in time, and what appears that is none. */
final class SituationScore {

    private static final Duration IN_TIME = Duration.ofHours(2);

    /** An incident that makes fewer promises late is none that anybody could act on as one. */
    private static final int LEAST = 5;

    private static final double HALF = .5;
    private static final double WANTED = .95;
    private static final double FALSE_A_DAY = .2;

    private final Truth truth;
    private final Board board;
    private final Instant from;
    private final Instant until;
    private final Map<Long, Late> late;
    private final Map<String, List<Late>> ofIncident;

    SituationScore(Truth truth, LatePromises promises, Board board, Instant from, Instant until) {
        this.truth = truth;
        this.board = board;
        this.from = from;
        this.until = until;
        this.late = promises.byId();
        this.ofIncident = late.values().stream()
                .filter(each -> !each.incident().isEmpty())
                .collect(Collectors.groupingBy(Late::incident));
    }

    void print(PrintStream out) {
        int judged = 0;
        int seen = 0;
        out.printf("%nincidents that made %d promises late or more%n", LEAST);
        for (Incident incident : truth.incidents().values()) {
            List<Late> promises = caused(incident);
            if (promises.size() < LEAST) {
                continue;
            }
            Instant first = promises.getFirst().foundAt();
            if (first.isBefore(from) || !first.isBefore(until)) {
                continue;
            }
            judged++;
            Optional<Line> line = appears(incident, promises);
            boolean inTime = line.isPresent() && !line.get().at().isAfter(first.plus(IN_TIME));
            seen += inTime ? 1 : 0;
            out.printf(
                    "%s %-16s %s %s→%s %s %,d late, first %s, %s%n",
                    inTime ? "✓" : "✗",
                    incident.id(),
                    incident.carrier(),
                    incident.place(),
                    incident.toward(),
                    incident.from(),
                    promises.size(),
                    first,
                    line.map(each -> each.at() + " " + each.what()).orElse("never"));
        }
        double share = judged == 0 ? 0 : (double) seen / judged;
        out.printf(
                "%s as one situation within two hours: %.3f (%d of %d)%n",
                share >= WANTED ? "✓" : "✗", share, seen, judged);
        wrong(out);
    }

    private List<Late> caused(Incident incident) {
        return ofIncident.getOrDefault(incident.id(), List.of()).stream()
                .filter(Late::isFoundByIt)
                .sorted(Comparator.comparing(Late::foundAt))
                .toList();
    }

    /** The first look at which one line holds half of what is late by it, and more of it than of anything else. */
    private Optional<Line> appears(Incident incident, List<Late> promises) {
        return board.lines().stream()
                .filter(line -> {
                    long known = promises.stream()
                            .filter(each -> !each.foundAt().isAfter(line.at()))
                            .count();
                    long here = line.promises().stream()
                            .filter(id -> isBy(id, incident))
                            .count();
                    long open = Math.min(known, here + missing(line, promises));
                    return here > 0
                            && here >= HALF * open
                            && mostly(line).filter(incident.id()::equals).isPresent();
                })
                .findFirst();
    }

    /** How many of an incident's promises that are late by then stand in other lines or in none. */
    private static long missing(Line line, List<Late> promises) {
        return promises.stream()
                .filter(each ->
                        !each.foundAt().isAfter(line.at()) && !line.promises().contains(each.id()))
                .count();
    }

    private boolean isBy(long id, Incident incident) {
        Late each = late.get(id);
        return each != null && each.incident().equals(incident.id());
    }

    /** The incident behind most of a line's promises, if half of them have one in common, or where several stand behind it and it is named. */
    private Optional<String> mostly(Line line) {
        Map<String, Long> counts = line.promises().stream()
                .map(late::get)
                .filter(each -> each != null && !each.incident().isEmpty())
                .collect(Collectors.groupingBy(Late::incident, Collectors.counting()));
        long known = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(each -> each.getValue() >= HALF * line.promises().size()
                        || (known >= HALF * line.promises().size() && isNamed(each.getKey(), line)))
                .map(Map.Entry::getKey);
    }

    private boolean isNamed(String incident, Line line) {
        Incident befell = truth.incidents().get(incident);
        return befell != null && line.what().contains(befell.place().isEmpty() ? befell.carrier() : befell.place());
    }

    /** Lines behind which, when they appeared, no incident stood, and second lines of one incident. */
    private void wrong(PrintStream out) {
        Map<String, Line> firsts = new LinkedHashMap<>();
        board.lines().forEach(line -> firsts.putIfAbsent(line.id(), line));
        Map<String, String> owners = new TreeMap<>();
        int wrong = 0;
        for (Line line : firsts.values()) {
            Optional<String> incident = mostly(line);
            String other =
                    incident.map(id -> owners.putIfAbsent(id, line.what())).orElse(null);
            if (incident.isEmpty() || other != null) {
                wrong++;
                out.printf(
                        "  false: %s %s %,d promises%s%n",
                        line.at(),
                        line.what(),
                        line.promises().size(),
                        other == null ? "" : ", of " + incident.get() + " beside " + other);
            }
        }
        double days = Duration.between(from, until).toDays();
        out.printf(
                "%s false situations a day: %.2f (%d of %d)%n",
                wrong / days <= FALSE_A_DAY ? "✓" : "✗", wrong / days, wrong, firsts.size());
    }
}
