package kr.dochak.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Several lists read as one, page by page: nothing is missing, and nothing comes twice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeysetTests {

    private static Keyset<Long> page(List<Long> list, @Nullable String cursor, int limit) {
        long before = Cursor.read(cursor).number(0, Long.MAX_VALUE);
        List<Long> rows =
                list.stream().filter(each -> each < before).limit(limit + 1).toList();
        return Keyset.of(rows, limit, Cursor::after);
    }

    private static List<List<Long>> pages(List<List<Long>> lists, int limit) {
        List<List<Long>> pages = new ArrayList<>();
        String cursor = null;
        do {
            String at = cursor;
            Keyset<Long> one = Keyset.merged(
                    lists.stream().map(list -> page(list, at, limit)).toList(),
                    Comparator.reverseOrder(),
                    limit,
                    Cursor::after);
            pages.add(one.items());
            cursor = one.next();
        } while (cursor != null);
        return pages;
    }

    @Test
    void lists_of_several_malls_are_read_as_one() {
        List<List<Long>> lists = List.of(List.of(9L, 8L, 7L, 1L), List.of(6L, 5L), List.of());
        assertThat(pages(lists, 2)).containsExactly(List.of(9L, 8L), List.of(7L, 6L), List.of(5L, 1L));
        assertThat(pages(lists, 4)).containsExactly(List.of(9L, 8L, 7L, 6L), List.of(5L, 1L));
        assertThat(pages(lists, 6)).containsExactly(List.of(9L, 8L, 7L, 6L, 5L, 1L));
        assertThat(pages(List.of(List.of(), List.of()), 3)).containsExactly(List.of());
        assertThat(pages(List.of(List.of(3L, 2L), List.of()), 1)).containsExactly(List.of(3L), List.of(2L));
    }
}
