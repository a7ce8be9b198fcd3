package kr.dochak.identity.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kr.dochak.identity.IdentitySettings;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** M7: what the demo shows everybody needs a key elsewhere. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DescriptionDoorsTests {

    private static List<Door> doors(boolean demo) {
        IdentitySettings settings = new Binder(
                        new MapConfigurationPropertySource(Map.of("dochak.identity.demo", "" + demo)))
                .bind("dochak.identity", IdentitySettings.class)
                .get();
        return new Doors().wholeApi(settings).doors();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/openapi.json/**", "/api/v1/docs/**", "/api/v1/swagger-ui/**"})
    void M7_the_description_needs_a_key_outside_the_demo(String address) {
        assertThat(doors(false))
                .filteredOn(door -> door.address().equals(address))
                .singleElement()
                .extracting(Door::guest)
                .isInstanceOf(Door.Guest.Keys.class);
        assertThat(doors(true))
                .filteredOn(door -> door.address().equals(address))
                .singleElement()
                .extracting(Door::guest)
                .isInstanceOf(Door.Guest.Everybody.class);
    }

    @Test
    void M7_no_door_of_the_api_is_open_to_everybody_outside_the_demo() {
        assertThat(doors(false)).noneMatch(door -> door.guest() instanceof Door.Guest.Everybody);
    }
}
