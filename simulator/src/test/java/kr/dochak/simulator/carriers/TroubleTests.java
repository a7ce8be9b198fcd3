package kr.dochak.simulator.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.korea.Place;
import kr.dochak.simulator.malls.Centre;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTests {

    private static final List<Step> ROUTE = Route.overnight(Carrier.CJ, Centre.ICN1, Place.ofPostcode("06236"));

    @ParameterizedTest(name = "{0} ends {1} because of {2}")
    @CsvSource(nullValues = "-", textBlock = """
                    NONE,             DELIVERED, -
                    RECIPIENT_ABSENT, DELIVERED, RECIPIENT_ABSENT
                    WRONG_ADDRESS,    DELIVERED, ADDRESS_WRONG
                    LINE_HAUL,        DELIVERED, LINE_HAUL_DELAY
                    WEATHER,          DELIVERED, WEATHER
                    MISSORTED,        DELIVERED, MISSORTED
                    SILENT,           DELIVERED, -
                    DAMAGED,          RETURNED,  DAMAGED
                    LOST,             ACCIDENT,  LOST
                    """)
    void ends_as_told(Trouble trouble, Stage end, String reason) {
        List<Step> steps = trouble.on(ROUTE, Dice.of(1));
        assertThat(steps.getLast().stage()).isEqualTo(end);
        if (reason == null) {
            assertThat(steps).allMatch(step -> step.reason() == null);
        } else {
            assertThat(steps).extracting(Step::reason).contains(reason);
        }
    }
}
