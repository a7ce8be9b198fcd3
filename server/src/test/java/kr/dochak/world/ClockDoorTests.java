package kr.dochak.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kr.dochak.identity.IdentitySettings;
import kr.dochak.identity.doors.Door;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** M7: the world's clock is for everybody in the demo only. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockDoorTests {

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void M7_the_clock_needs_a_key_outside_the_demo(boolean demo, int open) {
        IdentitySettings settings = new Binder(
                        new MapConfigurationPropertySource(Map.of("dochak.identity.demo", "" + demo)))
                .bind("dochak.identity", IdentitySettings.class)
                .get();
        assertThat(new WorldDoors().clockApi(settings).doors())
                .hasSize(2)
                .filteredOn(door -> door.guest() instanceof Door.Guest.Everybody)
                .hasSize(open);
    }
}
