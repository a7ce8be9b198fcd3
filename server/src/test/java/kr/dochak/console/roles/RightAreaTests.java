package kr.dochak.console.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import kr.dochak.identity.Right;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** IDN-1: no right is missing on the page of roles, and none stands there twice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RightAreaTests {

    @Test
    void IDN_1_every_right_stands_in_one_area_at_one_step() {
        assertThat(Arrays.stream(RightArea.values()).flatMap(area -> area.rights().stream()))
                .containsExactlyInAnyOrder(Right.values())
                .allSatisfy(right -> assertThat(RightArea.step(right)).isBetween(1, 4));
    }
}
