package kr.dochak.identity.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kr.dochak.ProductTest;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** IDN-1: what a device signs is ours, for one purpose, for half an hour, and once. */
@ProductTest
class ChallengesTests {

    @Autowired
    private Challenges challenges;

    @Autowired
    private WorldClock clock;

    @Test
    void IDN_1_a_challenge_counts_for_its_own_purpose_and_unchanged() {
        byte[] ours = challenges.make("get staff");
        byte[] changed = ours.clone();
        changed[0] ^= 1;

        assertThat(challenges.isOurs(ours, "get staff")).isTrue();
        assertThat(challenges.isOurs(ours, "get customer")).isFalse();
        assertThat(challenges.isOurs(changed, "get staff")).isFalse();
        assertThat(challenges.isOurs(new byte[0], "get staff")).isFalse();
        assertThat(challenges.make("get staff")).isNotEqualTo(ours);
    }

    @Test
    void IDN_1_a_challenge_is_over_after_half_an_hour_whatever_it_says_of_its_end() {
        byte[] ours = challenges.make("get staff");
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(31)));
        byte[] longer = ours.clone();
        longer[23] ^= 0x7f;

        assertThat(challenges.isOurs(ours, "get staff")).isFalse();
        assertThat(challenges.isOurs(longer, "get staff")).isFalse();
    }

    @Test
    void IDN_1_a_challenge_serves_once_and_is_remembered_as_long_as_it_could_serve() {
        byte[] ours = challenges.make("get staff");

        assertThat(challenges.spend(ours)).isTrue();
        challenges.sweep();
        assertThat(challenges.spend(ours)).isFalse();
    }
}
