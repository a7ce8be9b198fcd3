package kr.dochak.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Days on which somebody rests or works otherwise than their rule has it. */
public record Exceptions(Set<LocalDate> closed, Set<LocalDate> open) {

    public static final Exceptions NONE = new Exceptions(Set.of(), Set.of());

    public Exceptions {
        closed = Set.copyOf(closed);
        open = Set.copyOf(open);
    }

    /** Whether they work on a day on which their rule has it {@code usually}. */
    public boolean isOpen(LocalDate day, boolean usually) {
        return usually ? !closed.contains(day) : open.contains(day);
    }

    /** Whether anything was declared of a day. */
    public boolean isDeclared(LocalDate day) {
        return closed.contains(day) || open.contains(day);
    }

    /** The same as if a day had never been declared; {@code rests} where the rule alone has them rest on it. */
    public Exceptions without(LocalDate day, boolean rests) {
        Set<LocalDate> others = new HashSet<>(closed);
        others.remove(day);
        Set<LocalDate> works = new HashSet<>(open);
        if (!rests) {
            works.add(day);
        }
        return new Exceptions(others, works);
    }

    /** Both; where they differ about a day, the more particular ones count. */
    Exceptions and(Exceptions particular) {
        Set<LocalDate> allClosed = new HashSet<>(closed);
        Set<LocalDate> allOpen = new HashSet<>(open);
        allClosed.removeAll(particular.open);
        allOpen.removeAll(particular.closed);
        allClosed.addAll(particular.closed);
        allOpen.addAll(particular.open);
        return new Exceptions(allClosed, allOpen);
    }
}
