package kr.dochak.backup;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the rows of a copy compare with those that were counted when the backup was made. A server that worked meanwhile wrote
 * some more after the count.
 *
 * @param tables how many were compared
 * @param rows how many rows the copy has in them
 * @param differences tables whose rows are not as many as were counted
 */
record RowCheck(int tables, long rows, List<RestoredView.Difference> differences) {

    static RowCheck of(Map<String, Long> counted, Map<String, Long> found) {
        List<RestoredView.Difference> differences = new TreeMap<>(counted)
                .entrySet().stream()
                        .map(each -> new RestoredView.Difference(
                                each.getKey(), each.getValue(), found.getOrDefault(each.getKey(), 0L)))
                        .filter(each -> each.counted() != each.found())
                        .toList();
        long rows = counted.keySet().stream()
                .mapToLong(table -> found.getOrDefault(table, 0L))
                .sum();
        return new RowCheck(counted.size(), rows, differences);
    }
}
