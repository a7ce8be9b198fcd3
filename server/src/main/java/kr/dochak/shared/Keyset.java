package kr.dochak.shared;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read by key, not by offset.
 *
 * @param next the cursor to ask for the following page with, or null on the last one
 */
public record Keyset<T>(List<T> items, @Nullable String next) {

    /** One page out of pages of several lists that are read with the same cursor, each at least as long as the one page. */
    public static <T> Keyset<T> merged(
            List<Keyset<T>> pages, Comparator<T> order, int limit, Function<T, String> cursor) {
        List<T> all = pages.stream()
                .flatMap(page -> page.items().stream())
                .sorted(order)
                .toList();
        boolean more = all.size() > limit || pages.stream().anyMatch(page -> page.next() != null);
        List<T> page = all.subList(0, Math.min(limit, all.size()));
        return new Keyset<>(List.copyOf(page), more ? cursor.apply(page.getLast()) : null);
    }

    /** Cuts a page out of {@code limit + 1} rows: the extra row only says that there is more. */
    public static <T> Keyset<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Keyset<>(rows, null);
        }
        List<T> page = List.copyOf(rows.subList(0, limit));
        return new Keyset<>(page, cursor.apply(page.getLast()));
    }
}
