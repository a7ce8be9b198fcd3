package kr.dochak.identity.tries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** M3: how waits grow, and what of an address is one asker. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PaceTests {

    private static final Pace PACE = new Pace("x", 5, Duration.ofSeconds(15), Duration.ofMinutes(15));

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,0",
        "4,0",
        "5,15",
        "6,30",
        "7,60",
        "8,120",
        "9,240",
        "10,480",
        "11,900",
        "12,900",
        "100000,900"
    })
    void M3_the_wait_doubles_up_to_its_end(int failures, int seconds) {
        assertThat(PACE.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2::1, 20010db800010002/64",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "::ffff:203.0.113.7, 203.0.113.7",
        "0:0:0:0:0:0:0:1, 0000000000000000/64",
        "fe80::1%nowhere, fe80::1%nowhere",
        "unknown, unknown"
    })
    void M3_one_household_of_IPv6_is_one_asker(String address, String network) {
        assertThat(Networks.of(address)).isEqualTo(network);
    }
}
