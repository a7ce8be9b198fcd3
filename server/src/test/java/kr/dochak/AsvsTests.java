package kr.dochak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/asvs.md says nothing that is not there: its rows are whole, and the tests it names exist (OWASP ASVS 5.0, level 2). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AsvsTests {

    private static final Path DOCUMENT = Path.of("../docs/asvs.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Set<String> STATES = Set.of("met", "not met", "does not apply");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Tests?)(?:\\.(\\w+))?`");
    private static final Pattern COUNTED =
            Pattern.compile("Of (\\d+) requirements (\\d+) are met, (\\d+) are not, (\\d+) do not apply;"
                    + " of the (\\d+) of level 1 (\\d+), (\\d+) and (\\d+)\\.");
    /** How many requirements of the levels 1 and 2 each chapter of the standard has, from V1 to V17. */
    private static final List<Integer> OF_CHAPTERS =
            List.of(27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7);

    private record Row(String number, String level, String asked, String state, String why) {

        int chapter() {
            return Integer.parseInt(number.substring(0, number.indexOf('.')));
        }
    }

    private static List<Row> rows() {
        return text(DOCUMENT)
                .lines()
                .filter(line -> line.matches("\\| \\d.*"))
                .map(line -> Arrays.stream(line.split("(?<!\\\\)\\|", -1))
                        .map(String::strip)
                        .toList())
                .peek(cells -> assertThat(cells).as(String.valueOf(cells)).hasSize(7))
                .map(cells -> new Row(cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5)))
                .toList();
    }

    @Test
    void each_row_has_a_number_a_level_a_state_and_a_reason() {
        assertThat(rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.number()).matches("\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}");
            assertThat(row.level()).as(row.number()).matches("[12]");
            assertThat(row.asked()).as(row.number()).isNotEmpty();
            assertThat(STATES).as(row.number()).contains(row.state());
            assertThat(row.why()).as(row.number()).hasSizeGreaterThan(3);
        });
    }

    @Test
    void no_number_stands_twice_and_none_is_missing() {
        List<Row> rows = rows();
        assertThat(rows.stream().map(Row::number)).doesNotHaveDuplicates();
        Map<Integer, Long> counted =
                rows.stream().collect(Collectors.groupingBy(Row::chapter, TreeMap::new, Collectors.counting()));
        assertThat(counted.values()).extracting(Long::intValue).containsExactlyElementsOf(OF_CHAPTERS);
    }

    @Test
    void what_is_not_met_says_why() {
        assertThat(rows().stream().filter(row -> row.state().equals("not met")))
                .allSatisfy(row -> assertThat(row.why()).as(row.number()).containsAnyOf("missing", "as ", "but for"));
    }

    @Test
    void the_tests_that_are_named_exist() {
        Map<String, String> sources = sources();
        assertThat(rows())
                .allSatisfy(row -> NAMED.matcher(row.why()).results().forEach(named -> {
                    String source = sources.getOrDefault(named.group(1), "");
                    assertThat(source).as(row.number() + " " + named.group()).isNotEmpty();
                    String method = named.group(2);
                    if (method != null) {
                        assertThat(source)
                                .as(row.number() + " " + named.group())
                                .contains("void " + method + "(");
                    }
                }));
    }

    @Test
    void the_sums_are_those_of_the_rows() {
        List<Row> rows = rows();
        List<Row> first = rows.stream().filter(row -> row.level().equals("1")).toList();
        MatchResult said = COUNTED.matcher(text(DOCUMENT)).results().findFirst().orElseThrow();
        List<Integer> numbers = Stream.of(1, 2, 3, 4, 5, 6, 7, 8)
                .map(said::group)
                .map(Integer::valueOf)
                .toList();
        assertThat(numbers)
                .containsExactlyElementsOf(Stream.of(rows, first)
                        .flatMap(each -> Stream.of(
                                each.size(), in(each, "met"), in(each, "not met"), in(each, "does not apply")))
                        .toList());
    }

    private static int in(List<Row> rows, String state) {
        return (int) rows.stream().filter(row -> row.state().equals(state)).count();
    }

    /** The sources of all tests by the name of their class. */
    private static Map<String, String> sources() {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            AsvsTests::text,
                            String::concat));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
