package kr.dochak.promise.areas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.promise.areas.feeds.Bulletin;
import kr.dochak.promise.areas.feeds.Bulletin.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is new in a source's bulletins, which come repeatedly, doubled and in any order. Each counts once, in the
 * order in which it was issued, so reading all of them again changes nothing.
 */
final class WarningLog {

    /**
     * What is known of a subject.
     *
     * @param open the warning that stands, or null when the last one is over
     * @param last the last bulletin that was heard of it
     */
    record Standing(@Nullable Open open, long last) {}

    record Open(long id, AreaLevel level) {}

    /** A bulletin that changed what we hold without beginning anything. */
    record Touched(long id, long last) {}

    record Changes(List<Bulletin> begun, List<Touched> lifted, List<Touched> goingOn) {

        boolean isEmpty() {
            return begun.isEmpty() && lifted.isEmpty() && goingOn.isEmpty();
        }
    }

    private WarningLog() {}

    /** @param tellsAll what the source does not name any more is over */
    static Changes changes(Map<Subject, Standing> standing, List<Bulletin> bulletins, boolean tellsAll) {
        Changes changes = new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<Subject, List<Bulletin>> bySubject = bulletins.stream()
                .sorted(Comparator.comparingLong(Bulletin::sequence))
                .collect(Collectors.groupingBy(Bulletin::subject, LinkedHashMap::new, Collectors.toList()));
        bySubject.forEach((subject, ofSubject) -> follow(standing.get(subject), ofSubject, changes));
        if (tellsAll) {
            standing.forEach((subject, held) -> {
                if (held.open != null && !bySubject.containsKey(subject)) {
                    changes.lifted.add(new Touched(held.open.id, held.last));
                }
            });
        }
        return changes;
    }

    /** Only where it ends up counts: what began and ended between two questions was never known. */
    private static void follow(@Nullable Standing held, List<Bulletin> ofSubject, Changes changes) {
        List<Bulletin> later = ofSubject.stream()
                .filter(bulletin -> held == null || bulletin.sequence() > held.last)
                .toList();
        if (later.isEmpty()) {
            return;
        }
        Open open = held == null ? null : held.open;
        Bulletin last = later.getLast();
        if (open != null && (last.over() || open.level != last.level())) {
            changes.lifted.add(new Touched(open.id, last.over() ? last.sequence() : last.sequence() - 1));
        }
        if (!last.over()) {
            if (open != null && open.level == last.level()) {
                changes.goingOn.add(new Touched(open.id, last.sequence()));
            } else {
                changes.begun.add(beginning(later));
            }
        }
    }

    /** A warning that was prolonged holds since it was first issued, at the level it has now. */
    private static Bulletin beginning(List<Bulletin> later) {
        Bulletin first = null;
        for (Bulletin bulletin : later) {
            boolean goesOn = first != null && !bulletin.over() && first.level() == bulletin.level();
            first = bulletin.over() ? null : goesOn ? first : bulletin;
        }
        return Objects.requireNonNull(first);
    }
}
