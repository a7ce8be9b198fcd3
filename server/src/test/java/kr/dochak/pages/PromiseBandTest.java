package kr.dochak.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The band says trouble as soon as its end crosses the promise. */
class PromiseBandTest {

    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "9, 0.95, true, LATE",
        "12, 0.5, true, LATE",
        "13, 0.3, true, AT_RISK",
        "14, 0.1, false, ON_TIME",
        "20, 0, false, ON_TIME"
    })
    void lateness(int promisedHour, double late, boolean atRisk, Tone tone) {
        var version = new PromiseBand.Version(START, hour(10), hour(11), hour(12), hour(13), hour(14), "");
        var promised = new PromiseBand.Promised(hour(promisedHour), late, atRisk);
        var band = PromiseBand.of(START, hour(24), START, promised, version);
        assertThat(band.promised()).isEqualTo(hour(promisedHour));
        assertThat(band.tone()).isEqualTo(tone);
    }

    private static Instant hour(int hours) {
        return START.plusSeconds(hours * 3600L);
    }
}
