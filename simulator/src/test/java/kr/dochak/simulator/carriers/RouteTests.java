package kr.dochak.simulator.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.korea.Place;
import kr.dochak.simulator.malls.Centre;
import kr.dochak.simulator.malls.Slot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTests {

    /** 2026-11-23 is a Monday; 06236 Seoul, 63122 Jeju, 40221 Ulleung, 48058 Busan. */
    @ParameterizedTest(name = "{0} to {1}, packed {2}, delivered {3}")
    @CsvSource(textBlock = """
                    CJ,     06236, 2026-11-23T15:00, 2026-11-24
                    CJ,     48058, 2026-11-23T15:00, 2026-11-24
                    CJ,     63122, 2026-11-23T15:00, 2026-11-25
                    CJ,     40221, 2026-11-23T15:00, 2026-11-26
                    HANJIN, 06236, 2026-11-20T15:00, 2026-11-21
                    HANJIN, 06236, 2026-11-21T15:00, 2026-11-23
                    CJ,     06236, 2026-11-21T15:00, 2026-11-22
                    LOTTE,  06236, 2026-12-24T15:00, 2026-12-26
                    EPOST,  63122, 2026-11-20T15:00, 2026-11-23
                    CJ,     06236, 2026-11-23T20:00, 2026-11-25
                    """)
    void delivers_on(Carrier carrier, String postcode, LocalDateTime packed, LocalDate delivered) {
        List<Step> route = Route.overnight(carrier, Centre.ICN1, Place.ofPostcode(postcode));
        for (int throwing = 0; throwing < 50; throwing++) {
            LocalDateTime at = packed;
            for (Step step : route) {
                LocalDateTime next = step.hours().after(at, carrier, Dice.of(throwing, step));
                assertThat(next).isAfterOrEqualTo(at);
                at = next;
            }
            assertThat(at.toLocalDate()).isEqualTo(delivered);
            assertThat(at.getHour()).isBetween(12, 21);
        }
    }

    @ParameterizedTest(name = "late by {1} minutes from {0}: kept {2}")
    @CsvSource({"5,0,true", "14,0,true", "18,0,true", "14,130,false", "5,130,false"})
    void a_timed_slot_is_kept_unless_late(int from, int late, boolean kept) {
        Slot slot = Slot.hours(LocalDate.of(2026, 11, 24), from, from + 2);
        LocalDateTime at = slot.leaves().minusMinutes(30);
        for (Step step : Route.timed(Carrier.CJ, Centre.GPO1, Place.ofPostcode("06236"), slot, late)) {
            at = step.hours().after(at, Carrier.CJ, Dice.of(1, step));
        }
        assertThat(at).isAfter(slot.from());
        assertThat(!at.isAfter(slot.to())).isEqualTo(kept);
    }
}
