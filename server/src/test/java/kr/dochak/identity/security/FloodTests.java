package kr.dochak.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** M9: an attack is counted and does not fill the disk. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FloodTests {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    private static Flood.Key key(Kind kind, String address) {
        return new Flood.Key(kind, Outcome.REFUSED, address);
    }

    private static int rows(Flood flood, int times, Kind kind, String address) {
        int rows = 0;
        for (int i = 0; i < times; i++) {
            rows += flood.takes(key(kind, address)) ? 1 : 0;
        }
        return rows;
    }

    @Test
    void M9_of_ten_thousand_from_one_address_twenty_have_a_row_and_the_rest_one() {
        Flood flood = new Flood(20, 200);
        flood.over(NOW);
        assertThat(rows(flood, 10_000, Kind.API_KEY, "a")).isEqualTo(20);
        assertThat(rows(flood, 1, Kind.STAFF_LOGIN, "a")).as("another kind").isEqualTo(1);
        assertThat(rows(flood, 1, Kind.API_KEY, "b")).as("another address").isEqualTo(1);
        assertThat(flood.over(NOW.plusSeconds(59))).isEmpty();
        assertThat(flood.over(NOW.plusSeconds(60)))
                .containsExactly(new Flood.Rest(key(Kind.API_KEY, "a"), NOW.plusSeconds(60), 9_980));
        assertThat(rows(flood, 1, Kind.API_KEY, "a")).as("a new minute").isEqualTo(1);
    }

    @Test
    void M9_a_hundred_thousand_addresses_are_put_together_and_none_is_lost() {
        Flood flood = new Flood(20, 200);
        flood.over(NOW);
        int rows = 0;
        for (int i = 0; i < 100_000; i++) {
            rows += rows(flood, 1, Kind.STAFF_LOGIN, "address " + i);
        }
        List<Flood.Rest> rest = flood.over(NOW.plusSeconds(60));
        assertThat(rows).isEqualTo(200);
        assertThat(rest).hasSizeLessThan(50);
        assertThat(rest.stream().mapToInt(Flood.Rest::times).sum()).isEqualTo(99_800);
        assertThat(rest).extracting(each -> each.key().address()).contains(Flood.MANY);
    }

    @Test
    void M9_what_was_counted_is_written_when_the_process_stops() {
        Flood flood = new Flood(1, 200);
        flood.over(NOW);
        rows(flood, 3, Kind.HOOK, "a");
        assertThat(flood.all(NOW)).extracting(Flood.Rest::times).containsExactly(2);
        assertThat(flood.all(NOW)).isEmpty();
    }
}
