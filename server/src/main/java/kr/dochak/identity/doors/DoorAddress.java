package kr.dochak.identity.doors;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The address of a {@link Door}, taken apart so that two can be compared.
 *
 * @param open whether it goes on after its last name
 */
record DoorAddress(List<String> names, boolean open) {

    private static final String ANY = "*";
    private static final String ON = "**";
    private static final Predicate<String> PLAIN = Pattern.compile("[^*?{}]+").asMatchPredicate();

    static DoorAddress of(String text) {
        List<String> all =
                Stream.of(text.split("/")).filter(name -> !name.isEmpty()).toList();
        boolean open = !all.isEmpty() && all.getLast().equals(ON);
        List<String> names = open ? all.subList(0, all.size() - 1) : all;
        if (!text.startsWith("/") || !names.stream().allMatch(name -> name.equals(ANY) || PLAIN.test(name))) {
            throw new IllegalStateException("A door's address is /a/b, /a/* or /a/**, not " + text);
        }
        return new DoorAddress(names, open);
    }

    /** Whether every path of the other is one of this. */
    boolean covers(DoorAddress other) {
        if (names.size() > other.names.size() || !open && (other.open || names.size() < other.names.size())) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).equals(ANY) && !names.get(i).equals(other.names.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is a path of both. */
    boolean meets(DoorAddress other) {
        int common = Math.min(names.size(), other.names.size());
        for (int i = 0; i < common; i++) {
            String mine = names.get(i);
            String theirs = other.names.get(i);
            if (!mine.equals(theirs) && !mine.equals(ANY) && !theirs.equals(ANY)) {
                return false;
            }
        }
        return names.size() == other.names.size() || (names.size() < other.names.size() ? open : other.open);
    }

    /** Greater for the more particular of two addresses one of which covers the other. */
    int particular() {
        long fixed = names.stream().filter(name -> !name.equals(ANY)).count();
        return (int) fixed * 1_000 + names.size() * 2 + (open ? 0 : 1);
    }
}
