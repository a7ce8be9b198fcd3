package kr.dochak.promise.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.promise.making.PartShares.Part;
import kr.dochak.shared.PromiseId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BEN-1: a part of an order is worth its own items and its share of shipping and discounts. */
class PartSharesTests {

    /**
     * Lines as {@code 1=20000}; parts as their lines, {@code *} for whatever no other names, {@code x} before a fallen one.
     */
    @ParameterizedTest
    @CsvSource({
        "41000, 1=20000 2=20000, 1 / 2, 20500 / 20500",
        "41000, 1=20000 2=20000, 1 / *, 20500 / 20500",
        "40000, 1=30000 2=10000, 1 / 2, 30000 / 10000",
        "40000, 1=30000 2=10000, 2 / *, 10000 / 30000",
        "40000, 1=30000 2=10000, * / *, 20000 / 20000",
        "40000, 1=30000 2=10000, 1 / 1 / 2, 15000 / 15000 / 10000",
        "10000, 1=1 2=1 3=1, 1 / 2 / 3, 3333 / 3333 / 3334",
        "40000, 1=30000 2=10000, 1+2 / *, 40000 / 0",
        "40000, 1=30000 2=10000, x1 / 2, 30000 / 10000",
        "40000, 1=30000 2=10000, x1 / 2 / 1, 0 / 10000 / 30000",
        "3000, 1=0 2=0, 1 / 2, 1500 / 1500",
        "40000, 1=30000 2=10000, 8 / 9, 20000 / 20000",
        "0, 1=30000 2=10000, 1 / 2, 0 / 0",
        "900000000000, 1=600000000000 2=300000000000, 1 / 2, 600000000000 / 300000000000",
    })
    void BEN_1_the_parts_of_an_order_are_worth_their_items_and_sum_to_the_order(
            long total, String lines, String parts, String expected) {
        Map<Integer, Long> lineWon = Stream.of(lines.split(" "))
                .map(line -> line.split("="))
                .collect(Collectors.toMap(line -> Integer.valueOf(line[0]), line -> Long.valueOf(line[1])));
        List<Part> all = new ArrayList<>();
        for (String part : parts.split(" / ")) {
            all.add(part(new PromiseId(all.size()), part.strip()));
        }
        Map<PromiseId, Long> should = new HashMap<>();
        for (String won : expected.split(" / ")) {
            should.put(new PromiseId(should.size()), Long.valueOf(won.strip()));
        }
        assertThat(PartShares.share(total, lineWon, all)).isEqualTo(should);
        assertThat(should.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
    }

    private static Part part(PromiseId id, String said) {
        boolean fallen = said.startsWith("x");
        String text = fallen ? said.substring(1) : said;
        Set<Integer> lines = text.equals("*")
                ? Set.of()
                : Stream.of(text.split("\\+")).map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
        return new Part(id, lines, !fallen);
    }
}
