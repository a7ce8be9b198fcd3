package kr.dochak.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.dochak.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code heartbeat.txt} is the list of everything that waits for a moment; whatever is new gets a row there. */
@ProductTest
class HeartbeatTests {

    /** Names of what sends to or asks somebody outside; whatever is new and does so must stand still in a copy. */
    private static final String OUTWARD = "AlertPost|Dispatch|.*Courier|.*Poll|.*CallBacks";

    @Autowired
    Heartbeat heartbeat;

    @Autowired
    Map<String, Ticking> all;

    private record Row(String name, String cadence, String purpose) {}

    @Test
    void everything_that_ticks_is_listed_with_how_often_and_what_for() throws IOException {
        List<Row> rows = rows();
        assertThat(rows).allSatisfy(row -> assertThat(row.purpose()).isNotBlank());
        assertThat(rows).extracting(Row::name).isSorted();
        Map<String, String> listed = rows.stream().collect(Collectors.toMap(Row::name, Row::cadence));
        Map<String, String> ticking = new TreeMap<>();
        heartbeat.cadences().forEach((name, cadence) -> ticking.put(name, cadence.toString()));
        assertThat(new TreeMap<>(listed)).isEqualTo(ticking);
    }

    @Test
    void SET_3_what_speaks_to_the_outside_stands_still_in_a_restored_copy() {
        assertThat(all)
                .isNotEmpty()
                .allSatisfy((bean, ticking) -> assertThat(ticking.isOutward())
                        .as(bean)
                        .isEqualTo(bean.substring(bean.lastIndexOf('.') + 1).matches(OUTWARD)));
    }

    private static List<Row> rows() throws IOException {
        try (InputStream file = Objects.requireNonNull(HeartbeatTests.class.getResourceAsStream("/heartbeat.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .map(cells -> new Row(cells[0].strip(), cells[1].strip(), cells[2].strip()))
                    .toList();
        }
    }
}
